#include <linux/types.h>

#define RING_SETUP_POLL (1 << 0)
#define RING_SETUP_IDLE (1 << 1)
#define RING_SETUP_DEADLINE (1 << 2)
struct ring_setup {
	__u32 flags;
	__u32 entries;
	__u64 deadline;
	__u64 pad[3];
};
