#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <unistd.h>

int64_t clinux_syscall(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f) {
  long answer = syscall(number, a, b, c, d, e, f);
  return answer == -1 ? -(int64_t)errno : answer;
}
