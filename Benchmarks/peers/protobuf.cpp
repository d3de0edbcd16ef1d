// Protocol Buffers. The messages are kept and reused, as its documentation advises.
#include "peer.h"

#include "ver0/sched_attr.pb.h"
#include "ver1/sched_attr.pb.h"

namespace {

template <class Message>
bool parsed(Message &message, const cref_work *work) {
  return message.ParseFromArray(work->user, static_cast<int>(work->length));
}

template <class Message>
void copy_ver0(const Message &message, cref_sched_attr &record) {
  record = {};
  record.policy = message.policy();
  record.flags = message.flags();
  record.nice = message.nice();
  record.priority = message.priority();
  record.runtime = message.runtime();
  record.deadline = message.deadline();
  record.period = message.period();
}

}  // namespace

const char *peer_name() {
  static const std::string name = "protobuf " + google::protobuf::internal::VersionString(GOOGLE_PROTOBUF_VERSION);
  return name.c_str();
}

int64_t peer_encode(cref_work *work) {
  static ver1::SchedAttr message;
  const auto &record = record_to_encode(work);
  message.set_policy(record.policy);
  message.set_flags(record.flags);
  message.set_nice(record.nice);
  message.set_priority(record.priority);
  message.set_runtime(record.runtime);
  message.set_deadline(record.deadline);
  message.set_period(record.period);
  message.set_util_min(record.util_min);
  message.set_util_max(record.util_max);
  const size_t size = message.ByteSizeLong();
  if (size > work->room) return -ENOSPC;
  message.SerializeWithCachedSizesToArray(static_cast<uint8_t *>(work->kernel));
  return static_cast<int64_t>(size);
}

int64_t peer_decode(cref_work *work) {
  static ver1::SchedAttr message;
  if (!parsed(message, work)) return -EBADMSG;
  auto &record = decoded_record(work);
  copy_ver0(message, record);
  record.util_min = message.util_min();
  record.util_max = message.util_max();
  return 0;
}

int64_t peer_decode_old(cref_work *work) {
  static ver0::SchedAttr message;
  if (!parsed(message, work)) return -EBADMSG;
  copy_ver0(message, decoded_record(work));
  return 0;
}

// Fields without a name are kept with the message, which can be asked for them.
int64_t peer_unknown(cref_work *work) {
  static ver0::SchedAttr message;
  if (!parsed(message, work)) return -EBADMSG;
  return message.GetReflection()->GetUnknownFields(message).field_count();
}
