#include "CPeers.h"

#include "../CReference/copy.h"

enum { ver0 = 48, page = 4096 };
static const uint64_t known = 0x7f, clamps = 0x60;

// The record with room to grow; its size member says nothing here.
struct padded {
  struct cref_sched_attr attr;
  unsigned char pad[cpeers_padded_size - sizeof(struct cref_sched_attr)];
};

int64_t cpeers_size_prefixed_decode_old(struct cref_work *work) {
  struct cref_sched_attr *kernel = work->kernel;
  uint32_t size;
  if (work->length < sizeof size) return -EFAULT;
  memcpy(&size, work->user, sizeof size);
  if (!size) size = ver0;
  if (size < ver0 || size > page) return -E2BIG;
  int error = copy_struct(kernel, ver0, work->user, work->length, size);
  if (error) return error;
  return kernel->flags & ~(known & ~clamps) ? -EINVAL : 0;
}

int64_t cpeers_static_pad_encode(struct cref_work *work) {
  const struct cref_sched_attr *value = work->user;
  struct padded *target = work->kernel;
  if (work->room < sizeof *target) return -ENOSPC;
  if (value->flags & ~known) return -EINVAL;
  memcpy(&target->attr, value, sizeof *value);
  memset(target->pad, 0, sizeof target->pad);
  return sizeof *target;
}

static inline int decode(struct cref_work *work, uint64_t flags) {
  struct padded *kernel = work->kernel;
  if (work->usize != sizeof *kernel) return -ENOTTY;
  if (work->length < sizeof *kernel) return -EFAULT;
  memcpy(kernel, work->user, sizeof *kernel);
  return kernel->attr.flags & ~flags ? -EINVAL : 0;
}

int64_t cpeers_static_pad_decode(struct cref_work *work) { return decode(work, known); }
int64_t cpeers_static_pad_decode_old(struct cref_work *work) { return decode(work, known & ~clamps); }
