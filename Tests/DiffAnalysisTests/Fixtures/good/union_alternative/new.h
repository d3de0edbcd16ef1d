#include <linux/types.h>

struct ring_setup {
	__u32 type;
	__u32 flags;
	union {
		__u64 address;
		struct {
			__u64 first;
			__u64 last;
		} range;
		__u8 padding[32];
	};
};
