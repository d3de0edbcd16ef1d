#include <linux/types.h>

#define PERF_ATTR_SIZE_VER0 16
struct perf_event_attr {
	__u32 type;
	__u32 size;
	__u64 disabled : 1,
	      inherit : 1,
	      __reserved_1 : 62;
};
