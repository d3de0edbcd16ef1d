#include <linux/types.h>

struct ring_setup {
	__u32 type;
	__u32 pad;
	union {
		__u64 address;
		__u32 index;
		struct {
			__u64 first;
			__u64 last;
		} range;
	};
	__u64 length;
};
