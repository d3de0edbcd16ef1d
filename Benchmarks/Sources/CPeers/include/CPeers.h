#ifndef CPEERS_H
#define CPEERS_H

// What stands beside the library when it is compared with what a user would pick instead: libraries that are loaded
// when the program runs, and the same record in C by hand.
#include "CReference.h"

// Loads the library at `path`: its functions, or NULL with the reason from `cpeers_error`. It is never unloaded.
void *_Nullable cpeers_load(const char *_Nonnull path);
const char *_Nonnull cpeers_error(void);

// The library's name with its version, and one of its functions; NULL if it has none.
const char *_Nullable cpeers_name(void *_Nonnull library);
cref_function _Nullable cpeers_function(void *_Nonnull library, const char *_Nonnull name);

// struct sched_attr under the two schemes of the discussion. The old readers know the first version.
enum { cpeers_padded_size = 48 + 128 };
int64_t cpeers_size_prefixed_decode_old(struct cref_work *_Nonnull);
int64_t cpeers_static_pad_encode(struct cref_work *_Nonnull);
int64_t cpeers_static_pad_decode(struct cref_work *_Nonnull);
int64_t cpeers_static_pad_decode_old(struct cref_work *_Nonnull);

#endif
