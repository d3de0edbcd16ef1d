import ExtensibleStructs
import KernelInterfaces

// `io_uring_register` takes another struct with each of its commands. Most have reserved words, which have to be zero.

extension Catalog {
  /// A fixed struct with reserved words that have to be zero; NULL is refused before anything is copied.
  static let registerScheme = Scheme(
    "reserved-words", size: .fixed, summary: "a fixed struct with reserved words"
  ).with {
    $0.nullPointer = .rejectedFirst(.EINVAL)
    $0.input?.pad = .mustBeZero(else: .EINVAL)
  }

  /// A struct whose size is an argument that has to be the kernel's own.
  static let registerSizedScheme = Scheme.sizeArgument.named(
    "exact-size", summary: "the size is an argument that has to be the kernel's own"
  ).with {
    $0.bounds = .init(.version0(.EINVAL), .init(bytes: 32, errno: .EINVAL))
    $0.input?.pad = .mustBeZero(else: .EINVAL)
  }

  /// A kernel whose `io_uring_register` does not know the command.
  static func noRegister(until first: Release, endedEarly: [Release] = [], _ note: String) -> Fact {
    Fact(since: Release(5, 1), until: first, endedEarly: endedEarly, .absent(.EINVAL), .source(note))
  }

  /// A call of `io_uring_register` on a ring of one entry that has no buffers and no files.
  ///
  /// - Parameter count: what the last argument holds.
  static func registerCall(
    _ opcode: Int64, count: CallShape.Role = .value(1), passing: [CallShape.Passing] = [],
    samples: [String: CallShape.Value] = [:], unmodelled: [String: UInt64] = [:], filledIn: Set<String> = []
  ) -> CallShape {
    CallShape(
      .systemCall(.everywhere(427)),
      [
        .init("fd", .unsignedInt, .value(.file(.ring))),
        .init("opcode", .unsignedInt, .value(.init(integerLiteral: opcode))),
        .init("arg", .pointer, .structure), .init("nr_args", .unsignedInt, count),
      ],
      passing: passing, samples: samples, unmodelled: unmodelled, filledIn: filledIn)
  }
}
