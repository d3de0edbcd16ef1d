/* Structs of every kind that a header of the kernel has. */
#ifndef LAYOUTS_H
#define LAYOUTS_H
#include <linux/ioctl.h>
#include <linux/types.h>

#define LAYOUT_SIZE_VER0 16
#define LAYOUT_BIT (1UL << 3)
#define LAYOUT_NEGATIVE (-2)
#define LAYOUT_NO_VALUE struct plain
#define LAYOUT_TEXT "text"
#define LAYOUT_WITH(x) (x)
#define LAYOUT_GONE 1
#undef LAYOUT_GONE
#define LAYOUT_SET _IOW('L', 7, struct holes)
#define LAYOUT_SAME LAYOUT_SAME

enum colour { COLOUR_RED = 1, COLOUR_WIDE = 1 << 20 };
enum { LAYOUT_SAME = 5, LAYOUT_SMALL = -1 };

struct plain {
  __u32 size;
  __u32 flags;
  __aligned_u64 address;
};

struct holes {
  __u32 first;
  __u64 second;
  unsigned long third;
  void *fourth;
  __u8 fifth;
};

struct packed {
  __u8 first;
  __u64 second;
  __u16 third;
} __attribute__((packed));

struct aligned {
  __u8 first;
  __u32 second __attribute__((aligned(16)));
};

struct bits {
  __u32 one : 1, three : 3, twelve : 12;
  __u32 rest : 16;
  __u64 wide : 40, last : 24;
};

struct nested {
  __u32 kind;
  union {
    __u64 value;
    struct {
      __u16 low;
      __u16 high;
    };
    struct plain plain;
  };
  enum colour colour;
  struct plain array[3][2];
};

struct flexible {
  __u32 count;
  __u16 tail[];
};

struct old_flexible {
  __u64 count;
  struct plain tail[0];
};

typedef struct {
  __s8 value;
  __be32 address;
} untagged;

#endif
