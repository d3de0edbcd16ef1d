// Cap'n Proto. The builder's first segment is kept and reused, so that nothing is allocated; a message is framed as
// on a stream.
#include "peer.h"

#include "ver0/sched_attr.capnp.h"
#include "ver1/sched_attr.capnp.h"

#include <capnp/any.h>
#include <capnp/schema.h>
#include <capnp/serialize.h>

#include <string>

namespace {

// A message that is not sound throws, here and in what is read from it.
template <class Body>
int64_t checked(Body body) {
  try {
    return body();
  } catch (const kj::Exception &) {
    return -EBADMSG;
  }
}

kj::ArrayPtr<const capnp::word> words(const cref_work *work) {
  return {static_cast<const capnp::word *>(work->user), work->length / sizeof(capnp::word)};
}

template <class Reader>
void copy_ver0(const Reader &reader, cref_sched_attr &record) {
  record = {};
  record.policy = reader.getPolicy();
  record.flags = reader.getFlags();
  record.nice = reader.getNice();
  record.priority = reader.getPriority();
  record.runtime = reader.getRuntime();
  record.deadline = reader.getDeadline();
  record.period = reader.getPeriod();
}

}  // namespace

const char *peer_name() {
  static const std::string name = "Cap'n Proto " + std::to_string(CAPNP_VERSION_MAJOR) + "." +
                                  std::to_string(CAPNP_VERSION_MINOR) + "." + std::to_string(CAPNP_VERSION_MICRO);
  return name.c_str();
}

int64_t peer_encode(cref_work *work) {
  static capnp::word segment[32];  // The builder's destructor leaves it zero again, as the next one needs it.
  return checked([work]() -> int64_t {
    const auto &record = record_to_encode(work);
    capnp::MallocMessageBuilder message(kj::arrayPtr(segment, 32));
    auto builder = message.initRoot<ver1::SchedAttr>();
    builder.setPolicy(record.policy);
    builder.setFlags(record.flags);
    builder.setNice(record.nice);
    builder.setPriority(record.priority);
    builder.setRuntime(record.runtime);
    builder.setDeadline(record.deadline);
    builder.setPeriod(record.period);
    builder.setUtilMin(record.util_min);
    builder.setUtilMax(record.util_max);
    kj::ArrayOutputStream stream(kj::arrayPtr(static_cast<kj::byte *>(work->kernel), work->room));
    capnp::writeMessage(stream, message);
    return static_cast<int64_t>(stream.getArray().size());
  });
}

int64_t peer_decode(cref_work *work) {
  return checked([work]() -> int64_t {
    capnp::FlatArrayMessageReader message(words(work));
    const auto reader = message.getRoot<ver1::SchedAttr>();
    auto &record = decoded_record(work);
    copy_ver0(reader, record);
    record.util_min = reader.getUtilMin();
    record.util_max = reader.getUtilMax();
    return 0;
  });
}

int64_t peer_decode_old(cref_work *work) {
  return checked([work]() -> int64_t {
    capnp::FlatArrayMessageReader message(words(work));
    copy_ver0(message.getRoot<ver0::SchedAttr>(), decoded_record(work));
    return 0;
  });
}

// The message says how much data it holds: what lies beyond the schema's own, and is not zero, means something. A new
// field that fills a hole between the old ones is not found.
int64_t peer_unknown(cref_work *work) {
  return checked([work]() -> int64_t {
    const auto known = capnp::Schema::from<ver0::SchedAttr>().getProto().getStruct().getDataWordCount();
    capnp::FlatArrayMessageReader message(words(work));
    const auto data = message.getRoot<capnp::AnyStruct>().getDataSection();
    int64_t count = 0;
    for (size_t at = known * sizeof(capnp::word); at < data.size(); at++) count += data[at] != 0;
    return count;
  });
}
