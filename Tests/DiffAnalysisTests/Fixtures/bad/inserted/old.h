#include <linux/types.h>

struct ring_setup {
	__u32 flags;
	__u32 entries;
	__u64 address;
};
