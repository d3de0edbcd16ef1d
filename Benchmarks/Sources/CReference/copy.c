#include "copy.h"

int64_t cref_zero_words_work(struct cref_work *work) { return zero_words(work->user, work->usize); }
int64_t cref_zero_blocks_work(struct cref_work *work) { return zero_blocks(work->user, work->usize); }

int64_t cref_copy_struct_work(struct cref_work *work) {
  if (work->room < work->ksize) return -EINVAL;
  return copy_struct(work->kernel, work->ksize, work->user, work->length, work->usize);
}
