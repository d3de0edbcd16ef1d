#include <linux/types.h>
#include <linux/ioctl.h>

struct ring_setup {
	__u32 size;
	__u32 entries;
	__u32 mode;
};
