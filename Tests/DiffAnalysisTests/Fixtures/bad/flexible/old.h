#include <linux/types.h>

struct ring_setup {
	__u32 flags;
	__u32 count;
	__u64 entries[];
};
