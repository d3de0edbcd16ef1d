import CPeers
import CReference
import ExtensibleStructs
import UAPICatalog

/// One way to pass a `sched_attr` from a writer to a reader.
struct Peer {
  /// How it is called, with its version where it has one.
  let name: String
  /// The record to bytes.
  let encode: Operation
  /// Those bytes to a record, by a reader of the same version.
  let decode: Operation
  /// The same by a reader that knows only the first version.
  let decodeOld: Operation
  /// How much that reader finds in the bytes that it does not know, if it asks; nil where it cannot ask.
  var unknown: Operation?
}

/// One step of a ``Peer``, on bytes.
struct Operation {
  /// The work.
  let function: Function
  /// What the step needs beside the bytes.
  var prepare: (Workspace) -> Workspace = { $0 }

  /// Does it once: its answer, and what it left in memory that is large enough for every peer.
  func once(_ bytes: [UInt8]) -> (answer: Int64, bytes: [UInt8]) { space(bytes).once(function) }

  /// The same as a case, to be timed.
  func measured(_ name: String, on bytes: [UInt8]) -> Case {
    Case(name, space(bytes), swift: function, c: nil)
  }

  private func space(_ bytes: [UInt8]) -> Workspace {
    prepare(Workspace(user: bytes, room: 256, usize: bytes.count))
  }
}

extension Peer {
  /// This library and C by hand, then the libraries at these paths; those without a file are left out.
  static func all(_ paths: [String]) throws -> [Peer] {
    try own() + paths.filter(isInstalled).map(load)
  }

  /// This library, and the same record in C under two schemes: functions of this program, which are always there.
  private static func own() throws -> [Peer] {
    let codec = try FixedCodec<Attr, SizePrefixed>()
    let old = try FixedCodec<OldAttr, SizePrefixed>()
    return [
      Peer(
        name: "this library, size-prefixed",
        encode: Operation(function: SwiftWork.encodeSizePrefixed) { $0.keep(codec: codec) },
        decode: Operation(function: SwiftWork.decodeSizePrefixed) { $0.keep(codec: codec) },
        decodeOld: Operation(function: SwiftWork.decodeOldAttr) { $0.keep(codec: old) }),
      Peer(
        name: "C, size-prefixed",
        encode: Operation(function: CWork.encodeSizePrefixed),
        decode: Operation(function: CWork.decodeSizePrefixed),
        decodeOld: Operation(function: unsafe Function(cpeers_size_prefixed_decode_old))),
      Peer(
        name: "C, static pad",
        encode: Operation(function: unsafe Function(cpeers_static_pad_encode)),
        decode: Operation(function: unsafe Function(cpeers_static_pad_decode)),
        decodeOld: Operation(function: unsafe Function(cpeers_static_pad_decode_old))),
    ]
  }
}
