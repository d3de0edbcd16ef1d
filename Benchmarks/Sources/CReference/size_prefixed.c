#include "copy.h"

enum { ver0 = 48, page = 4096 };
static const uint64_t known = 0x7f, clamps = 0x60;

int64_t cref_size_prefixed_encode(struct cref_work *work) {
  const struct cref_sched_attr *value = work->user;
  struct cref_sched_attr *target = work->kernel;
  if (work->room < sizeof *target) return -ENOSPC;
  if (value->flags & ~known) return -EINVAL;
  memcpy(target, value, sizeof *target);
  target->size = sizeof *target;
  return sizeof *target;
}

static int decode(struct cref_sched_attr *kernel, const void *user, size_t length) {
  uint32_t size;
  if (length < sizeof size) return -EFAULT;
  memcpy(&size, user, sizeof size);
  if (!size) size = ver0;
  if (size < ver0 || size > page) return -E2BIG;
  int error = copy_struct(kernel, sizeof *kernel, user, length, size);
  if (error) return error;
  if (kernel->flags & ~known) return -EINVAL;
  if (kernel->flags & clamps && size < sizeof *kernel) return -EINVAL;
  return 0;
}

int64_t cref_size_prefixed_decode(struct cref_work *work) {
  return decode(work->kernel, work->user, work->length);
}
