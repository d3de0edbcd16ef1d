import ExtensibleStructs

extension Case {
  /// Encode and decode under the three schemes of the discussion: by a plan that was fixed when the importer was
  /// compiled, as C's is, and by one that was made at run time (`planned`), from a scheme that is a value.
  static func codecs() throws -> [Case] {
    var attr = Attr()
    attr.flags = 0x01
    attr.period = 0x0102_0304_0506_0708
    let prefixed = try FixedCodec<Attr, SizePrefixed>()
    let old = try StructCodec<Attr>(.sizePrefixed, version: 0)
    var region = Region()
    region.slot = 3
    region.memorySize = 0x20_0000
    var opened = region
    opened.flags = 0b100
    opened.guestMemfd = 7
    let first = try FixedCodec<Region, FlagFirst>()
    var padded = Region2()
    padded.memorySize = 0x20_0000
    padded.flags = 0b100
    let pad = try FixedCodec<Region2, PaddedTo160>()
    let short = try old.encode(attr)
    attr.utilMin = 300
    return try encode(
      "size-prefixed", 1, prefixed, attr, C.encodeSizePrefixed, W.encodeSizePrefixed, W.encodeAttr)
      + decode(
        "size-prefixed", 1, prefixed, bytes(attr, by: prefixed), C.decodeSizePrefixed, W.decodeSizePrefixed,
        W.decodeAttr)
      + decode(
        "old-user", 1, prefixed, short, C.decodeSizePrefixed, W.decodeSizePrefixed, W.decodeAttr)
      + encode("static-pad", 1.05, pad, padded, C.encodeStaticPad, W.encodeStaticPad, W.encodeRegion2)
      + decode(
        "static-pad", 1.05, pad, bytes(padded, by: pad), C.decodeStaticPad, W.decodeStaticPad,
        W.decodeRegion2)
      + encode("flag-first", 1, first, opened, C.encodeFlagFirst, W.encodeFlagFirst, W.encodeRegion)
      + decode(
        "flag-first", 1, first, bytes(opened, by: first), C.decodeFlagFirst, W.decodeFlagFirst,
        W.decodeRegion)
      + decode(
        "flag-first-closed", 1, first, Array(bytes(region, by: first).prefix(32)), C.decodeFlagFirst,
        W.decodeFlagFirst, W.decodeRegion)
  }

  private typealias C = CWork
  private typealias W = SwiftWork

  private static func bytes<S, F>(_ value: S, by codec: FixedCodec<S, F>) throws -> [UInt8] {
    try StructCodec<S>(F.scheme).encode(value)
  }

  /// The case by a fixed plan, and the same by one made at run time.
  private static func encode<S, F>(
    _ name: String, _ limit: Double, _ codec: FixedCodec<S, F>, _ value: S, _ c: Function, _ fixed: Function,
    _ planned: Function
  ) throws -> [Case] {
    // Sound: a struct of integers without padding.
    let bytes = unsafe withUnsafeBytes(of: value) { unsafe Array($0) }
    let space = { Workspace(user: bytes, room: codec.codec.size) }
    return [
      Case("encode/\(name)", limit: limit, space().keep(codec: codec), swift: fixed, c: c),
      Case(
        "planned/encode/\(name)", space().keep(codec: try StructCodec<S>(F.scheme)), swift: planned, c: c),
    ]
  }

  private static func decode<S, F>(
    _ name: String, _ limit: Double, _ codec: FixedCodec<S, F>, _ bytes: [UInt8], _ c: Function,
    _ fixed: Function, _ planned: Function
  ) throws -> [Case] {
    let space = { Workspace(user: bytes, room: MemoryLayout<S>.size, usize: bytes.count) }
    return [
      Case("decode/\(name)", limit: limit, space().keep(codec: codec), swift: fixed, c: c),
      Case(
        "planned/decode/\(name)", space().keep(codec: try StructCodec<S>(F.scheme)), swift: planned, c: c),
    ]
  }
}
