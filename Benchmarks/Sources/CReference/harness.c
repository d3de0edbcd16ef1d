#define _GNU_SOURCE
#include "CReference.h"

#include <sched.h>
#include <stdio.h>
#include <time.h>

int64_t cref_repeat(cref_function function, struct cref_work *work, int64_t count) {
  int64_t sum = 0;
  for (int64_t i = 0; i < count; i++) {
    sum += function(work);
    __asm__ volatile("" ::: "memory");
  }
  return sum;
}

int64_t cref_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

void cref_pin(void) {
  int here = sched_getcpu();
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(here < 0 ? 0 : here, &set);
  sched_setaffinity(0, sizeof set, &set);
}

int64_t cref_nothing(struct cref_work *work) { return (int64_t)work->usize; }

int cref_write(const char *path, const char *text) {
  FILE *file = fopen(path, "w");
  if (!file) return 0;
  int written = fputs(text, file) >= 0;
  return fclose(file) == 0 && written;
}
