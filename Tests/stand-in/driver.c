// A driver that no kernel has: ioctls of type 'R' of the program that it starts are answered here, by seccomp's
// notifications, as a kernel would with a driver of this struct. Its rules are written in C, by hand, and know nothing of
// the package. Usage: driver [--plant tail|flag|order] -- PROGRAM ARGUMENTS...
//
// Exit status: the program's; 77 if this kernel has no such notifications.
#define _GNU_SOURCE
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "no architecture that the filter knows"
#endif

// The struct, which grew from 16 to 24 bytes. RING_DEADLINE says that the new member counts.
struct ring_setup {
  uint32_t flags;
  uint32_t entries;
  uint64_t address;
  uint64_t deadline;
};
enum { RING_POLL = 1, RING_DEADLINE = 2, RING_SIZE_VER0 = 16, RING_TYPE = 'R', RING_SETUP = 1 };

static enum { NOTHING, TAIL, FLAG, ORDER } planted;

static void fail(const char *what) {
  fprintf(stderr, "driver: %s: %s\n", what, strerror(errno));
  exit(77);
}

// Reads the program's memory; answers how many bytes could be read before the first that is not mapped.
static ssize_t read_user(pid_t thread, void *to, uint64_t from, size_t size) {
  struct iovec here = {to, size}, there = {(void *)(uintptr_t)from, size};
  if (size == 0) return 0;
  ssize_t count = process_vm_readv(thread, &here, 1, &there, 1, 0);
  return count < 0 ? 0 : count;
}

static int check_content(const struct ring_setup *ring, size_t size) {
  uint32_t known = RING_POLL | RING_DEADLINE | (planted == FLAG ? 4 : 0);
  if (ring->flags & ~known) return EINVAL;
  if ((ring->flags & RING_DEADLINE) && size < sizeof *ring) return EINVAL;
  if (ring->entries == 0 || ring->entries > 4096) return EINVAL;
  return 0;
}

// What the driver answers: 0, or the errno.
static int ring_ioctl(pid_t thread, uint32_t command, uint64_t argument) {
  static unsigned char user[1 << 14];
  struct ring_setup ring = {0};
  size_t size = _IOC_SIZE(command), known = size < sizeof ring ? size : sizeof ring;
  if (_IOC_TYPE(command) != RING_TYPE || _IOC_NR(command) != RING_SETUP || _IOC_DIR(command) != _IOC_WRITE)
    return ENOTTY;
  if (size < RING_SIZE_VER0) return EINVAL;
  if (planted == ORDER) {
    if (read_user(thread, &ring, argument, known) < (ssize_t)known) return EFAULT;
    int answer = check_content(&ring, size);
    if (answer) return answer;
  }
  // A newer program's members have to be zero. What is set in front of the first unmapped byte is seen first.
  if (size > sizeof ring && planted != TAIL) {
    size_t rest = size - sizeof ring;
    size_t count = (size_t)read_user(thread, user, argument + sizeof ring, rest);
    for (size_t at = 0; at < count; at++)
      if (user[at]) return E2BIG;
    if (count < rest) return EFAULT;
  }
  if (read_user(thread, &ring, argument, known) < (ssize_t)known) return EFAULT;
  return check_content(&ring, size);
}

// Starts the program behind a filter that hands its ioctls of our type and number over; answers the listener.
static int start(char **program, pid_t *child) {
  struct sock_filter rules[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 0, 6),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_ioctl, 0, 4),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[1])),
      BPF_STMT(BPF_ALU | BPF_AND | BPF_K, 0xffff),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, RING_TYPE << 8 | RING_SETUP, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog filter = {sizeof rules / sizeof *rules, rules};
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)) fail("socketpair");
  char byte = 0, control[CMSG_SPACE(sizeof(int))] = {0};
  struct iovec data = {&byte, 1};
  struct msghdr message = {.msg_iov = &data, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
  *child = fork();
  if (*child < 0) fail("fork");
  if (*child == 0) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) fail("PR_SET_NO_NEW_PRIVS");
    int listener = (int)syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &filter);
    if (listener < 0) fail("seccomp(SECCOMP_FILTER_FLAG_NEW_LISTENER)");
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    *header = (struct cmsghdr){.cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS, .cmsg_len = CMSG_LEN(sizeof(int))};
    memcpy(CMSG_DATA(header), &listener, sizeof listener);
    if (sendmsg(ends[1], &message, 0) != 1) fail("sendmsg");
    close(listener);
    execvp(program[0], program);
    fail(program[0]);
  }
  close(ends[1]);
  int listener;
  if (recvmsg(ends[0], &message, MSG_CMSG_CLOEXEC) != 1) exit(77);  // The child has said why.
  memcpy(&listener, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof listener);
  return listener;
}

int main(int count, char **arguments) {
  int at = 1;
  if (at + 1 < count && !strcmp(arguments[at], "--plant")) {
    const char *names[] = {"", "tail", "flag", "order"};
    for (int index = TAIL; index <= ORDER; index++)
      if (!strcmp(arguments[at + 1], names[index])) planted = index;
    at += 2;
  }
  if (at + 1 >= count || strcmp(arguments[at], "--")) {
    fprintf(stderr, "usage: driver [--plant tail|flag|order] -- PROGRAM ARGUMENTS...\n");
    return 2;
  }
  pid_t child;
  struct pollfd listener = {.fd = start(arguments + at + 1, &child), .events = POLLIN};
  // The listener hangs up when the last thread behind the filter has ended.
  while (poll(&listener, 1, -1) < 0 ? errno == EINTR : !(listener.revents & POLLHUP)) {
    struct seccomp_notif call = {0};
    if (ioctl(listener.fd, SECCOMP_IOCTL_NOTIF_RECV, &call)) continue;
    int answer = ring_ioctl(call.pid, (uint32_t)call.data.args[1], call.data.args[2]);
    struct seccomp_notif_resp response = {.id = call.id, .error = -answer};
    ioctl(listener.fd, SECCOMP_IOCTL_NOTIF_SEND, &response);
  }
  int status;
  if (waitpid(child, &status, 0) != child) fail("waitpid");
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
