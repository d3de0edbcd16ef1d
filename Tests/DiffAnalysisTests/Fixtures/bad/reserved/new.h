#include <linux/types.h>

struct ring_setup {
	__u32 entries;
	__u32 depth;
	__u32 deadline;
	__u32 reserved[3];
};
