#ifndef CREFERENCE_H
#define CREFERENCE_H

// The library's work as it is written by hand in C, to be timed beside it. Every function answers 0 or a length,
// or an errno negated.
#include <stddef.h>
#include <stdint.h>

// One piece of work, the same for both languages: all that it needs is behind one pointer.
struct cref_work {
  const void *_Nullable user;    // the user's struct, or the value to encode
  uint32_t length;               // how many bytes of it are there
  void *_Nullable kernel;        // where it goes
  uint32_t room;                 // how many bytes are there
  uint32_t ksize;
  uint32_t usize;
  const void *_Nullable owner;   // Swift's codec, in the object that owns it; C has its own constants
  void *_Nullable memory;        // Swift's user memory, where that is made once
};

typedef int64_t (*cref_function)(struct cref_work *_Nonnull);

// Does the work `count` times, and answers the sum of what it answered.
int64_t cref_repeat(cref_function _Nonnull, struct cref_work *_Nonnull, int64_t count);

// Nanoseconds of a clock that only goes forward; and the calling thread bound to one processor.
int64_t cref_now(void);
void cref_pin(void);

// Writes a file anew; false if it cannot be written.
int cref_write(const char *_Nonnull path, const char *_Nonnull text);

// How many blocks of memory the process has asked for so far.
int64_t cref_allocations(void);

struct cref_sched_attr {
  uint32_t size, policy;
  uint64_t flags;
  int32_t nice;
  uint32_t priority;
  uint64_t runtime, deadline, period;
  uint32_t util_min, util_max;
};

struct cref_region {
  uint32_t slot, flags;
  uint64_t guest_phys_addr, memory_size, userspace_addr, guest_memfd_offset;
  uint32_t guest_memfd, pad1;
};

struct cref_region2 {
  struct cref_region region;
  uint64_t pad2[14];
};

int64_t cref_nothing(struct cref_work *_Nonnull);
int64_t cref_zero_words_work(struct cref_work *_Nonnull);
int64_t cref_zero_blocks_work(struct cref_work *_Nonnull);
int64_t cref_copy_struct_work(struct cref_work *_Nonnull);
int64_t cref_size_prefixed_encode(struct cref_work *_Nonnull);
int64_t cref_size_prefixed_decode(struct cref_work *_Nonnull);
int64_t cref_static_pad_encode(struct cref_work *_Nonnull);
int64_t cref_static_pad_decode(struct cref_work *_Nonnull);
int64_t cref_flag_first_encode(struct cref_work *_Nonnull);
int64_t cref_flag_first_decode(struct cref_work *_Nonnull);

#endif
