// What each library of this folder offers to the benchmark program, which loads it: the same record, passed in that
// library's own way.
#ifndef PEER_H
#define PEER_H

#ifndef __clang__
#define _Nullable
#define _Nonnull
#endif
#include "CReference.h"

#include <cerrno>

extern "C" {

// The library's name with its version, as it was found.
const char *peer_name();

// Writes the `cref_sched_attr` at `user` into the `room` bytes at `kernel`: how many bytes that takes.
int64_t peer_encode(cref_work *work);

// Reads the message of `length` bytes at `user` into the `cref_sched_attr` at `kernel`: 0, or -EBADMSG. The old one
// was compiled with the first version's schema.
int64_t peer_decode(cref_work *work);
int64_t peer_decode_old(cref_work *work);

// How much an old reader finds in the message that its schema does not know, if it asks. A library that has no such
// question leaves this out.
int64_t peer_unknown(cref_work *work);
}

inline const cref_sched_attr &record_to_encode(const cref_work *work) {
  return *static_cast<const cref_sched_attr *>(work->user);
}

inline cref_sched_attr &decoded_record(const cref_work *work) { return *static_cast<cref_sched_attr *>(work->kernel); }

#endif
