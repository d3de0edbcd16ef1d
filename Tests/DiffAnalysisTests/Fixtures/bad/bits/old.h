#include <linux/types.h>

enum ring_mode { RING_MODE_IDLE, RING_MODE_POLL };

struct ring_setup {
	enum ring_mode mode : 4;
	__u32 depth : 12;
	__u32 rest : 16;
};
