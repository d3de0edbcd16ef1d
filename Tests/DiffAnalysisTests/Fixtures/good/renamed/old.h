#include <linux/types.h>

struct ring_block_header {
	__u16 type;
	__u16 flags;
	__u32 size;
};
