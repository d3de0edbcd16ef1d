#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

int64_t clinux_syscall(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f) {
  long answer = syscall(number, a, b, c, d, e, f);
  return answer == -1 ? -(int64_t)errno : answer;
}

static void reap(pid_t child) {
  while (waitpid(child, NULL, __WALL) == -1 && errno == EINTR) {
  }
}

int64_t clinux_branching_syscall(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e,
                                 uint64_t f) {
  long answer = syscall(number, a, b, c, d, e, f);
  if (answer == 0) _exit(0);
  return answer == -1 ? -(int64_t)errno : answer;
}

int64_t clinux_forking_syscall(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e,
                               uint64_t f) {
  int64_t answer = clinux_branching_syscall(number, a, b, c, d, e, f);
  if (answer > 0) reap((pid_t)answer);
  return answer;
}

int64_t clinux_reap(int32_t child) {
  int status = 0;
  while (waitpid(child, &status, __WALL) == -1) {
    if (errno != EINTR) return -(int64_t)errno;
  }
  return status;
}

int64_t clinux_end_pid_namespace(void) {
  pid_t child = vfork();
  if (child == 0) _exit(0);
  if (child == -1) return -(int64_t)errno;
  reap(child);
  child = vfork();
  if (child == 0) _exit(0);
  if (child == -1) return errno == ENOMEM ? 0 : -(int64_t)errno;
  reap(child);
  return -(int64_t)EEXIST;
}
