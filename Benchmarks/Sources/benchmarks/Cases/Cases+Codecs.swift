import ExtensibleStructs
import UAPICatalog

extension Case {
  /// Encode and decode under the three schemes of the discussion.
  static func codecs() throws -> [Case] {
    var attr = SchedAttr()
    attr.schedFlags = [.resetOnFork, .utilClampMin]
    attr.schedPeriod = 0x0102_0304_0506_0708
    attr.schedUtilMin = 300
    var region = KVMUserspaceMemoryRegion()
    region.slot = 3
    region.memorySize = 0x20_0000
    var opened = region
    opened.flags = .guestMemfd
    opened.guestMemfd = 7
    var padded = KVMUserspaceMemoryRegion2()
    padded.memorySize = 0x20_0000
    padded.flags = .guestMemfd
    let prefixed = try StructCodec<SchedAttr>(.sizePrefixed)
    let pad = try StructCodec<KVMUserspaceMemoryRegion2>(.staticPad(to: 160))
    let first = try StructCodec<KVMUserspaceMemoryRegion>(.flagFirst)
    let old = try StructCodec<SchedAttr>(.sizePrefixed, version: 0)
    attr.schedFlags = .resetOnFork
    var before = attr
    before.schedUtilMin = 0
    return [
      encode(
        "size-prefixed", limit: 1, prefixed, attr, CWork.encodeSizePrefixed, SwiftWork.encodeSizePrefixed),
      decode(
        "size-prefixed", limit: 1, prefixed, try prefixed.encode(attr), CWork.decodeSizePrefixed,
        SwiftWork.decodeSizePrefixed),
      decode(
        "old-user", prefixed, try old.encode(before), CWork.decodeSizePrefixed, SwiftWork.decodeSizePrefixed),
      encode("static-pad", limit: 1.05, pad, padded, CWork.encodeStaticPad, SwiftWork.encodeStaticPad),
      decode(
        "static-pad", limit: 1.05, pad, try pad.encode(padded), CWork.decodeStaticPad,
        SwiftWork.decodeStaticPad),
      encode("flag-first", limit: 1, first, opened, CWork.encodeFlagFirst, SwiftWork.encodeFlagFirst),
      decode(
        "flag-first", limit: 1, first, try first.encode(opened), CWork.decodeFlagFirst,
        SwiftWork.decodeFlagFirst),
      decode(
        "flag-first-closed", limit: 1, first, Array(try first.encode(region).prefix(32)),
        CWork.decodeFlagFirst, SwiftWork.decodeFlagFirst),
    ]
  }

  private static func encode<S>(
    _ name: String, limit: Double? = nil, _ codec: StructCodec<S>, _ value: S, _ c: Function,
    _ swift: Function
  ) -> Case {
    // Sound: a struct of integers without padding.
    let bytes = unsafe withUnsafeBytes(of: value) { unsafe Array($0) }
    let space = Workspace(user: bytes, room: codec.codec.size).keep(codec: codec)
    return Case("encode/\(name)", limit: limit, space, swift: swift, c: c)
  }

  private static func decode<S>(
    _ name: String, limit: Double? = nil, _ codec: StructCodec<S>, _ bytes: [UInt8], _ c: Function,
    _ swift: Function
  ) -> Case {
    let space = Workspace(user: bytes, room: MemoryLayout<S>.size, usize: bytes.count).keep(codec: codec)
    return Case("decode/\(name)", limit: limit, space, swift: swift, c: c)
  }
}
