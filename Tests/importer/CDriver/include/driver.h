#ifndef DRIVER_H
#define DRIVER_H

#include <linux/types.h>

// A driver's struct as a header has it: a size, bit-fields, unions with a name and without one, a nested struct, arrays.
struct driver_range {
  __u32 first;
  __u32 count;
};

struct driver_setup {
  __u32 size;
  __u32 notifyFD;
  __u64 read_only : 1, in_use : 1, spare : 62;
  union {
    __u64 period;
    __u64 frequency;
  };
  union {
    __u64 address;
    __u32 words[2];
  } where;
  struct driver_range range;
  struct driver_range more[2];
  __u16 label[4];
  __u64 deadline;
};

#define DRIVER_SETUP_SIZE_VER0 64
#define DRIVER_SETUP_SIZE_VER1 72

// The compiler's own answers, to compare with.
static const unsigned driver_setup_size = sizeof(struct driver_setup);
static const unsigned driver_setup_where = __builtin_offsetof(struct driver_setup, where);
static const unsigned driver_setup_more = __builtin_offsetof(struct driver_setup, more[1].count);
static const unsigned driver_setup_deadline = __builtin_offsetof(struct driver_setup, deadline);

struct driver_packed {
  __u32 flags;
  __u64 address;
} __attribute__((packed));

#endif
