import Testing
import TypeInformation

/// Types that contradict themselves: each is one fault, named with its type, and the struct beside it stays readable.
@Suite("Malformed types")
struct MalformedTypeTests {
  /// The error that `s` is, after `build` has added it to a blob whose type 1 is an `int`.
  func error(_ build: (inout Blob) -> Void) throws -> BTFError? {
    var blob = Blob()
    blob.integer()
    blob.structure("sound", size: 8, [.init(name: "a", type: 1, offset: 32)])
    build(&blob)
    let types: BTF
    do { types = try BTF(bytes: blob.bytes()) } catch { return error }
    #expect(try types.structure(named: "sound")?.members.map(\.offset) == [4])
    return #expect(throws: BTFError.self) { try types.structure(named: "s") }
  }

  func code(_ build: (inout Blob) -> Void) throws -> BTFError.Code? { try error(build)?.code }

  @Test func `kinds, flags and names are checked for every type`() throws {
    #expect(try code { $0.add(kind: 20, 0) } == .unknownKind)
    #expect(try code { $0.add(kind: 0, 0) } == .unknownKind)
    #expect(try code { $0.add(kind: 4, count: 1 << 16, 0) } == .reservedBits)
    #expect(try code { $0.types += Blob.words([1000, 4 << 24, 0]) } == .stringOutOfRange)
    let cut = try error { $0.add(kind: 4, name: "s", count: 65535, 4) }
    #expect(cut?.code == .truncated)
    #expect(cut?.location == .type(id: 3, byte: 24 + 16 + 24))
  }

  @Test func `ids and names of members are checked`() throws {
    let outside = try error { $0.structure("s", size: 4, [.init(name: "a", type: 99, offset: 0)]) }
    #expect(outside?.code == .typeOutOfRange)
    #expect(outside?.location == .type(id: 3, byte: 64))
    #expect(try code { $0.add(kind: 4, name: "s", count: 1, 4, [5000, 1, 0]) } == .stringOutOfRange)
    let long = String(repeating: "x", count: BTF.maximumNameLength + 1)
    #expect(try code { $0.structure("s", size: 4, [.init(name: long, type: 1, offset: 0)]) } == .nameTooLong)
  }

  @Test func `a member has bytes, and has them within its struct`() throws {
    func code(type: UInt32, offset: UInt32, flag: Bool = false) throws -> BTFError.Code? {
      try self.code {
        $0.structure("s", size: 8, flag: flag, [.init(name: "a", type: type, offset: offset)])
        $0.add(kind: 7, name: "forward", 0)
        $0.add(kind: 12, name: "function", 0)
        $0.array(of: 0, 3)
        $0.array(of: 1, .max)
        $0.array(of: 7, .max)
        $0.integer(3)
        $0.integer(4, bits: 33)
        $0.add(kind: 2, 0)
      }
    }
    #expect(try code(type: 0, offset: 0) == .notAnObject)
    #expect(try code(type: 4, offset: 0) == .notAnObject)
    #expect(try code(type: 5, offset: 0) == .notAnObject)
    #expect(try code(type: 6, offset: 0) == .notAnObject)
    #expect(try code(type: 7, offset: 0) == .badSize)
    #expect(try code(type: 8, offset: 0) == .badSize)
    #expect(try code(type: 9, offset: 0) == .badSize)
    #expect(try code(type: 10, offset: 0) == .badSize)
    #expect(try code(type: 1, offset: 40) == .badMember)
    #expect(try code(type: 1, offset: .max - 7) == .badMember)
    #expect(try code(type: 1, offset: 3) == .badMember)
    #expect(try code(type: 1, offset: 33 << 24, flag: true) == .badMember)
    #expect(try code(type: 1, offset: 8 << 24 | 57, flag: true) == .badMember)
    #expect(try code(type: 11, offset: 8 << 24, flag: true) == .badMember)
  }

  @Test func `what contains itself is a cycle`() throws {
    #expect(try code { $0.structure("s", size: 4, [.init(name: "a", type: 3, offset: 0)]) } == .cycle)
    #expect(
      try code {
        $0.structure("s", size: 4, [.init(name: "a", type: 4, offset: 0)])
        $0.structure("t", size: 4, isUnion: true, [.init(name: "", type: 3, offset: 0)])
      } == .cycle)
    #expect(
      try code {
        $0.structure("s", size: 4, [.init(name: "a", type: 4, offset: 0)])
        $0.array(of: 3, 1)
      } == .cycle)
    #expect(
      try code {
        $0.structure("s", size: 4, [.init(name: "a", type: 4, offset: 0)])
        $0.typedef("t", 5)
        $0.typedef("u", 4)
      } == .cycle)
    #expect(try code { $0.typedef("s", 3) } == .cycle)
  }

  @Test func `what goes on too long is an error`() throws {
    func nest(_ add: (inout Blob, UInt32) -> Void) throws -> BTFError.Code? {
      try code { blob in
        blob.structure("s", size: 4, [.init(name: "a", type: 4, offset: 0)])
        for _ in 0..<40 { add(&blob, blob.count + 2) }
        blob.integer()
      }
    }
    #expect(try nest { $0.typedef("t", $1) } == .tooDeep)
    #expect(try nest { $0.array(of: $1, 1) } == .tooDeep)
    #expect(try nest { $0.structure("t", size: 4, [.init(name: "b", type: $1, offset: 0)]) } == .tooDeep)
  }

  @Test(.timeLimit(.minutes(10)))
  func `a struct that unfolds into 2^30 members is refused`() throws {
    let twice = try code { blob in
      for level in 0..<30 {
        let next = blob.count + 2
        let inner: [Blob.Member] = [
          .init(name: "", type: next, offset: 0), .init(name: "", type: next, offset: 0),
        ]
        blob.structure(level == 0 ? "s" : "t", size: 0, inner)
      }
      blob.structure("end", size: 0, [])
    }
    #expect(twice == .tooLarge)
  }

  @Test func `a tag is on a member that is there`() throws {
    let error = try error {
      $0.structure("s", size: 4, [.init(name: "a", type: 1, offset: 0)])
      $0.tag("t", on: 3, 1)
    }
    #expect(error?.code == .badTag)
    #expect(error?.description.contains("type 3 at byte 88") == true, "\(String(describing: error))")
  }
}
