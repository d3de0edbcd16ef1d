import CDriver
import ExtensibleStructs
import Testing

private struct SizeIsFlags: ExtensibleStruct {
  var flags: UInt64 = 0
  static let history = Declaration(Self.self, "s", size: \.flags, flags: \.flags) {
    Published("VER0", through: \.flags)
  }
}

private struct WideFlags: ExtensibleStruct {
  var flags: UInt32 = 0
  static let history = Declaration(Self.self, "s", flags: \.flags, known: 0xff_0000_0001) {
    Published("VER0", through: \.flags)
  }
}

private struct UnknownConflict: ExtensibleStruct {
  var flags: UInt32 = 0
  static let history = Declaration(Self.self, "s", flags: \.flags, known: 1) {
    Published("VER0", through: \.flags)
    FlagsField.Conflict(8, excludes: 16)
  }
}

private struct Mixed: ExtensibleStruct {
  var flags: UInt64 = 0
  var pair: (UInt32, Int32) = (0, 0)
  static let history = Declaration(Self.self, "s") { Published("VER0", through: \.pair) }
}

private struct Observed: ExtensibleStruct {
  var flags: UInt64 = 0
  var value: UInt64 = 0 { didSet {} }
  static let history = Declaration(Self.self, "s") {
    Published("VER0", through: \.flags)
    Published("VER1", through: \.value)
  }
}

private struct WideGate: ExtensibleStruct {
  var flags: UInt32 = 0
  var more: UInt32 = 0
  static let history = Declaration(Self.self, "s", flags: \.flags) {
    Published("VER0", through: \.flags)
    Published("VER1", through: \.more, gate: 1 << 32)
  }
}

private struct Three: ExtensibleStruct {
  var a: UInt8 = 0
  var b: UInt16 = 0
  static let history = Declaration(Self.self, "s") { Published("VER0", through: \.b) }
}

private struct ThreeBytes: ExtensibleStruct {
  var bytes: InlineArray<3, UInt8> = .init(repeating: 0)
  static let history = Declaration(Self.self, "s") { Published("VER0", through: \.bytes) }
}

@Suite("Wrong declarations are errors that say what to do")
struct WrongTests {
  private func message<S: DeclaredStruct>(_ type: S.Type) -> String {
    do {
      _ = try History(type)
      return "it was accepted"
    } catch {
      return error.description
    }
  }

  @Test func `declarations`() {
    #expect(message(SizeIsFlags.self) == "s.flags, byte 0: cannot be both the size and the flags")
    #expect(
      message(WideFlags.self)
        == "s.flags, byte 0: the known flags 0xff00000000 are beyond the width of the flags field")
    #expect(
      message(UnknownConflict.self)
        == "s.flags, byte 0: a conflict names the flags 0x18, which no version knows")
    #expect(message(Mixed.self).hasPrefix("s.pair, byte 8: (UInt32, Int32) is no array"))
    #expect(message(Observed.self).hasPrefix("s, byte 0: the end of VER1 names no stored member"))
    #expect(
      message(WideGate.self)
        == "s.flags, byte 0: the gate 0x100000000 of VER1 has bits that the flags field does not have")
    #expect(message(Three.self).hasPrefix("s.b, byte 1: 1 bytes of implicit padding"))
    #expect(message(driver_packed.self).contains("the C struct is packed"))
  }

  private func refusal(_ scheme: Scheme) -> String {
    do {
      _ = try Codec(History(Ring.self), scheme)
      return "it was accepted"
    } catch {
      return "\(error)"
    }
  }

  @Test func `schemes`() {
    #expect(refusal(.staticPad(to: 1 << 40)).contains("no struct is longer than"))
    #expect(refusal(.staticPad(to: 40)).contains("VER1 needs 56 bytes, the struct has 40"))
    #expect(
      refusal(.staticPad(to: 64).with { $0.capacity = .padded(to: 64, fromVersion: 99) })
        .contains("no version with index 99"))
    func bounded(_ least: Int, _ greatest: Int) -> Scheme {
      .sizeArgument.with {
        $0.bounds = Scheme.Bounds(.init(bytes: least, errno: .EINVAL), .init(bytes: greatest, errno: .E2BIG))
      }
    }
    #expect(refusal(bounded(5000, 4096)).contains("the least size, 5000, is above the greatest, 4096"))
    #expect(refusal(bounded(0, -5)).contains("no size passes"))
    #expect(refusal(bounded(0, 40)).contains("VER1 needs 56 bytes, and size-argument takes at most 40"))
    let silent = Scheme.sizeArgument.with { $0.input?.tail = .mustBeZero(else: LinuxErrno(rawValue: 0)) }
    #expect(refusal(silent).contains("no error number"))
  }

  @Test func `a scheme that adds a size member to a struct without room for it`() throws {
    let error = try #require(throws: SchemeError.self) { try StructCodec<ThreeBytes>(.sizePrefixed) }
    #expect(error.description.contains("adds a u64 size") && error.description.contains("VER0"))
  }
}
