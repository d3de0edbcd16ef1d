#include <linux/types.h>

struct isp_block_header {
	__u16 type;
	__u16 flags;
	__u32 size;
};

#define isp_params_block_header isp_block_header
#define ring_block_header isp_params_block_header
