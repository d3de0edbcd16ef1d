// FlatBuffers. The builder is kept and reused; a buffer is verified before it is read, since a stranger wrote it.
// There is no peer_unknown: generated code has no question about fields that its schema does not name.
#include "peer.h"

#include "ver0/sched_attr_generated.h"
#include "ver1/sched_attr_generated.h"

#include <cstring>
#include <string>

namespace {

// The verified root of a message; null if it is not sound.
template <class Table>
const Table *root(const cref_work *work) {
  flatbuffers::Verifier verifier(static_cast<const uint8_t *>(work->user), work->length);
  if (!verifier.VerifyBuffer<Table>()) return nullptr;
  return flatbuffers::GetRoot<Table>(work->user);
}

template <class Table>
void copy_ver0(const Table &table, cref_sched_attr &record) {
  record = {};
  record.policy = table.policy();
  record.flags = table.flags();
  record.nice = table.nice();
  record.priority = table.priority();
  record.runtime = table.runtime();
  record.deadline = table.deadline();
  record.period = table.period();
}

}  // namespace

const char *peer_name() {
  static const std::string name = "FlatBuffers " + std::to_string(FLATBUFFERS_VERSION_MAJOR) + "." +
                                  std::to_string(FLATBUFFERS_VERSION_MINOR) + "." +
                                  std::to_string(FLATBUFFERS_VERSION_REVISION);
  return name.c_str();
}

int64_t peer_encode(cref_work *work) {
  static flatbuffers::FlatBufferBuilder builder(256);
  const auto &record = record_to_encode(work);
  builder.Clear();
  builder.Finish(ver1::CreateSchedAttr(builder, record.policy, record.flags, record.nice, record.priority,
                                       record.runtime, record.deadline, record.period, record.util_min,
                                       record.util_max));
  const auto size = builder.GetSize();
  if (size > work->room) return -ENOSPC;
  std::memcpy(work->kernel, builder.GetBufferPointer(), size);
  return size;
}

int64_t peer_decode(cref_work *work) {
  const auto *table = root<ver1::SchedAttr>(work);
  if (!table) return -EBADMSG;
  auto &record = decoded_record(work);
  copy_ver0(*table, record);
  record.util_min = table->util_min();
  record.util_max = table->util_max();
  return 0;
}

int64_t peer_decode_old(cref_work *work) {
  const auto *table = root<ver0::SchedAttr>(work);
  if (!table) return -EBADMSG;
  copy_ver0(*table, decoded_record(work));
  return 0;
}
