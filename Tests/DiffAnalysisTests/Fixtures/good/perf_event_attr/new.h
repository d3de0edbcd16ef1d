#include <linux/types.h>

#define PERF_ATTR_SIZE_VER0 16
#define PERF_ATTR_SIZE_VER1 24
struct perf_event_attr {
	__u32 type;
	__u32 size;
	__u64 disabled : 1,
	      inherit : 1,
	      pinned : 1,
	      __reserved_1 : 61;
	__u64 bp_addr;
};
