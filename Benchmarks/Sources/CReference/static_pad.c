#include "copy.h"

static const uint32_t memfd = 4, known = 7, old = 3;

int64_t cref_static_pad_encode(struct cref_work *work) {
  const struct cref_region2 *value = work->user;
  struct cref_region2 *target = work->kernel;
  if (work->room < sizeof *target) return -ENOSPC;
  if (value->region.flags & ~known) return -EINVAL;
  // The pad is written as zeros, whatever the value has there: what it has must be zero, else it is lost.
  if (!zero_blocks((const unsigned char *)value->pad2, sizeof value->pad2)) return -EINVAL;
  memcpy(target, &value->region, sizeof value->region);
  memset(target->pad2, 0, sizeof target->pad2);
  return sizeof *target;
}

static int decode(struct cref_region2 *kernel, const void *user, size_t length, size_t size) {
  if (size != sizeof *kernel) return -ENOTTY;
  if (length < sizeof *kernel) return -EFAULT;
  memcpy(kernel, user, sizeof *kernel);
  if (kernel->region.flags & ~known) return -EINVAL;
  if (kernel->region.flags & memfd && kernel->region.flags & old) return -EINVAL;
  return 0;
}

int64_t cref_static_pad_decode(struct cref_work *work) {
  return decode(work->kernel, work->user, work->length, work->usize);
}
