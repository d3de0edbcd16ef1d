#define _GNU_SOURCE
#include "Compat.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__x86_64__)
static inline __attribute__((always_inline)) int64_t enter(int64_t number, uint64_t a, uint64_t b, uint64_t c,
                                                           uint64_t d, uint64_t e, uint64_t f) {
  int64_t answer = (uint32_t)number;
  register uint64_t sixth __asm__("r12") = (uint32_t)f;
  // The sixth argument travels in ebp, which the compiler may need for itself; no byte of the stack is touched.
  __asm__ volatile(
      "movq %%rbp, %%r13\n\t"
      "movq %%r12, %%rbp\n\t"
      "int $0x80\n\t"
      "movq %%r13, %%rbp"
      : "+a"(answer)
      : "b"((uint64_t)(uint32_t)a), "c"((uint64_t)(uint32_t)b), "d"((uint64_t)(uint32_t)c),
        "S"((uint64_t)(uint32_t)d), "D"((uint64_t)(uint32_t)e), "r"(sixth)
      : "r8", "r9", "r10", "r11", "r13", "memory", "cc");
  // An address above 2 GiB is no errno.
  return (uint32_t)answer > (uint32_t)-4096 ? (int32_t)answer : (int64_t)(uint32_t)answer;
}

int64_t clinux_syscall_i386(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f) {
  return enter(number, a, b, c, d, e, f);
}

int64_t clinux_forking_syscall_i386(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e,
                                    uint64_t f) {
  int64_t answer = enter(number, a, b, c, d, e, f);
  if (answer == 0) _exit(0);
  if (answer < 0) return answer;
  while (waitpid((pid_t)answer, NULL, __WALL) == -1 && errno == EINTR) {
  }
  return answer;
}

int64_t clinux_can_syscall_i386(void) {
  enum { getpid_i386 = 20 };
  pid_t child = fork();
  if (child == -1) return -(int64_t)errno;
  if (child == 0) {
    prctl(PR_SET_DUMPABLE, 0);
    signal(SIGSEGV, SIG_DFL);
    _exit(enter(getpid_i386, 0, 0, 0, 0, 0, 0) == getpid() ? 0 : 1);
  }
  int status = 0;
  while (waitpid(child, &status, 0) == -1)
    if (errno != EINTR) return -(int64_t)errno;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : -(int64_t)ENOSYS;
}
#else
int64_t clinux_syscall_i386(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f) {
  return -(int64_t)ENOSYS;
}

int64_t clinux_forking_syscall_i386(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e,
                                    uint64_t f) {
  return -(int64_t)ENOSYS;
}

int64_t clinux_can_syscall_i386(void) { return -(int64_t)ENOSYS; }
#endif
