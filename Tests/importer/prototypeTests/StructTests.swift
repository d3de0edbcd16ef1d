import CDriver
import ExtensibleStructs
import Testing

@Suite("Structs of an importer's own")
struct StructTests {
  @Test func `names are C's`() throws {
    #expect(
      try History(Ring.self).layout.fields.map(\.name) == [
        "size", "notify_fd", "flags", "use_tls_key", "ranges[0].first", "ranges[0].count", "ranges[1].first",
        "ranges[1].count", "label", "resamplefd", "reserved",
      ])
  }

  @Test func `a C struct is laid out as the compiler does it`() throws {
    let history = try History(driver_setup.self)
    #expect(
      history.layout.fields.map(\.name) == [
        "size", "notifyFD", "bits", "period", "where", "range.first", "range.count", "more[0].first",
        "more[0].count", "more[1].first", "more[1].count", "label", "deadline",
      ])
    #expect(history.layout.size == Int(driver_setup_size))
    for (name, offset) in [
      ("where", driver_setup_where), ("more[1].count", driver_setup_more),
      ("deadline", driver_setup_deadline),
    ] {
      #expect(history.layout.field(name)?.offset == Int(offset))
    }
    #expect(history.flags?.field.name == "bits")
  }

  @Test func `both kinds of codec give the struct and the size that was checked`() throws {
    var ring = Ring()
    ring.useTLSKey = 7
    ring.ranges[1].count = 9
    let (made, fixed) = (try StructCodec<Ring>(.sizePrefixed), try FixedCodec<Ring, SizePrefixed>())
    let bytes = try made.encode(ring)
    #expect(try fixed.encode(ring) == bytes && bytes.count == 56)
    for got in [try made.decodeValue(bytes), try fixed.decodeValue(bytes)] {
      #expect(got.usize == 56 && got.version == 1 && got.tail == 0)
      #expect(got.value.useTLSKey == 7 && got.value.ranges[1].count == 9)
    }
    // A caller of the first version, who leaves the size at 0, and one from the future.
    var old = Array(bytes.prefix(48))
    old.replaceSubrange(0..<4, with: [0, 0, 0, 0])
    let first = try fixed.decodeValue(old)
    #expect(first.value.size == 0 && first.usize == 48 && first.version == 0)
    var new = bytes + [UInt8](repeating: 0, count: 16)
    new[0] = 72
    #expect(try made.decodeValue(new).tail == 16)
  }

  @Test func `a C struct goes through a codec`() throws {
    var setup = driver_setup()
    setup.frequency = 5
    setup.in_use = 1
    let codec = try StructCodec<driver_setup>(.sizePrefixed)
    let back = try codec.decode(codec.encode(setup))
    #expect(back.period == 5 && back.in_use == 1 && back.read_only == 0 && back.size == 72)
  }

  @Test func `what a version cannot say is named`() throws {
    let old = try StructCodec<Ring>(.sizePrefixed, version: 0)
    var ring = Ring()
    ring.resampleFD = 3
    let error = try #require(throws: Codec.EncodingError.self) { try old.encode(ring) }
    #expect(old.description(of: error) == "resamplefd (byte 48) is set, but lies beyond the version")
  }

  @Test func `every errno has its name`() {
    #expect("\(LinuxErrno.EXDEV) \(LinuxErrno.ELOOP) \(LinuxErrno(rawValue: 133))" == "EXDEV ELOOP EHWPOISON")
    #expect(LinuxErrno(name: "EWOULDBLOCK") == .EAGAIN)
  }
}
