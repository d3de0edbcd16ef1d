#include <linux/types.h>

#define RING_SETUP_POLL (1 << 0)
#define RING_SETUP_IDLE (1 << 1)
#define RING_SETUP_DEADLINE (1 << 1)

struct ring_setup {
	__u32 flags;
	__u32 entries;
};
