// Inline, so that each caller gets the compiler's best for its own constants.
#ifndef COPY_H
#define COPY_H

#include "CReference.h"

#include <errno.h>
#include <string.h>

// All zero? The kernel's shape: words, with an early exit.
static inline int zero_words(const unsigned char *at, size_t count) {
  uint64_t word;
  for (; count >= 8; at += 8, count -= 8) {
    memcpy(&word, at, 8);
    if (word) return 0;
  }
  for (; count; at++, count--)
    if (*at) return 0;
  return 1;
}

// The same, 64 bytes at a time.
static inline int zero_blocks(const unsigned char *at, size_t count) {
  for (; count >= 64; at += 64, count -= 64) {
    uint64_t words[8], any = 0;
    memcpy(words, at, 64);
    for (int i = 0; i < 8; i++) any |= words[i];
    if (any) return 0;
  }
  return zero_words(at, count);
}

// copy_struct_from_user over plain memory of `length` bytes.
static inline int copy_struct(void *kernel, size_t ksize, const void *user, size_t length, size_t usize) {
  size_t head = usize < ksize ? usize : ksize;
  if (usize > length) return -EFAULT;
  if (usize < ksize) {
    memset((char *)kernel + usize, 0, ksize - usize);
  } else if (usize > ksize) {
    if (!zero_blocks((const unsigned char *)user + ksize, usize - ksize)) return -E2BIG;
  }
  memcpy(kernel, user, head);
  return 0;
}

#endif
