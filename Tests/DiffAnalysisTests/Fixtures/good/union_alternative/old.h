#include <linux/types.h>

struct ring_setup {
	__u32 type;
	__u32 flags;
	union {
		__u64 address;
		__u8 padding[32];
	};
};
