#include <linux/types.h>

#define RING_SETUP_SIZE_VER0 16

struct ring_setup {
	__u32 size;
	__u32 entries;
	__u64 address;
	__u64 deadline;
};
