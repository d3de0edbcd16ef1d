#include "copy.h"

enum { ver0 = 32 };
static const uint32_t memfd = 4, known = 7, old = 3;

int64_t cref_flag_first_encode(struct cref_work *work) {
  const struct cref_region *value = work->user;
  struct cref_region *target = work->kernel;
  if (work->room < sizeof *target) return -ENOSPC;
  if (value->flags & ~known) return -EINVAL;
  memcpy(target, value, sizeof *target);
  return sizeof *target;
}

static int decode(struct cref_region *kernel, const void *user, size_t length) {
  uint32_t flags;
  if (length < offsetof(struct cref_region, flags) + sizeof flags) return -EFAULT;
  memcpy(&flags, (const char *)user + offsetof(struct cref_region, flags), sizeof flags);
  size_t size = flags & memfd ? sizeof *kernel : ver0;
  int error = copy_struct(kernel, sizeof *kernel, user, length, size);
  if (error) return error;
  if ((kernel->flags ^ flags) & memfd) return -EINVAL;
  if (kernel->flags & ~known) return -EINVAL;
  if (kernel->flags & memfd && kernel->flags & old) return -EINVAL;
  return 0;
}

int64_t cref_flag_first_decode(struct cref_work *work) {
  return decode(work->kernel, work->user, work->length);
}
