import ExtensibleStructs
import TestSupport

/// Schemes drawn from everything that can be said, for calls that take a struct in.
enum RandomSchemes {
  private static func errno(_ generator: inout SeededGenerator) -> LinuxErrno {
    generator.pick([.EINVAL, .E2BIG, .ENOTTY, .EOPNOTSUPP])
  }

  private static func bounds(_ generator: inout SeededGenerator) -> Scheme.Bounds {
    let least = generator.pick([nil, nil, 0, 8, 17] as [Int?])
    let greatest = generator.pick([nil, nil, 48, 64, 4096] as [Int?])
    return Scheme.Bounds(
      Scheme.Minimum(bytes: least, errno: errno(&generator)),
      greatest.map { Scheme.Maximum(bytes: $0, errno: errno(&generator)) })
  }

  private static func fetches(_ generator: inout SeededGenerator) -> Scheme.Fetches {
    let second = Scheme.SecondFetch(
      recheck: generator.pick(Scheme.Recheck.allCases), used: generator.pick([.second, .second, .first]))
    return generator.pick([
      .alone(then: second), .alone(then: second), .version0(then: second), .version0Only,
    ])
  }

  private static func size(_ generator: inout SeededGenerator) -> Scheme.Size {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: .fixed
    case 1, 2:
      .member(
        Scheme.Member(
          fetches(&generator), zero: generator.pick([.isASize, .meansVersion0]), bounds: bounds(&generator),
          writeBack: generator.pick([nil, .E2BIG, .EINVAL, .EFAULT]), reportsNeededSize: generator.oneIn(6)))
    case 3: .argument(bounds(&generator))
    case 4: .command(.anySize(bounds(&generator)))
    case 5: .command(.publishedSizes(otherwise: errno(&generator)))
    case 6: .flags(fetches(&generator))
    default: .elements(Scheme.Elements(generator.pick([0, 1]), through: 4, else: errno(&generator)))
    }
  }

  private static func unused(_ generator: inout SeededGenerator) -> Scheme.UnusedBytes {
    generator.oneIn(4) ? .mustBeZero(else: errno(&generator)) : .ignored
  }

  private static func policy(_ generator: inout SeededGenerator) -> Scheme.FlagPolicy {
    generator.oneIn(4) ? .ignored : .rejected(errno(&generator))
  }

  private static func argument(_ generator: inout SeededGenerator) -> Scheme.FlagsArgument {
    let errno = errno(&generator)
    return generator.pick([
      .none, .none, .none, .rejectedFirst(known: 1, errno), .rejectedAfterCopy(known: 1, errno),
    ])
  }

  /// A scheme, which need not fit any history.
  static func scheme(_ generator: inout SeededGenerator) -> Scheme {
    var input = Scheme.Input()
    input.tail = generator.pick([
      .mustBeZero(else: .E2BIG), .mustBeZero(else: .E2BIG), .mustBeZero(else: .EINVAL), .ignored, .fetched,
    ])
    input.pad = unused(&generator)
    input.closedGate = unused(&generator)
    input.unknownFlags = policy(&generator)
    input.flagBeyondSize = policy(&generator)
    input.copiesBack = generator.oneIn(8)
    if generator.oneIn(8) { input.writtenMember = IntegerMember(offset: 4, width: 4) }
    if generator.oneIn(8) { input.peek = 4 }
    input.refusal = generator.pick([
      .leftAlone, .leftAlone, .leftAlone, .copiedBack, .zeroed, .inMember(IntegerMember(offset: 4, width: 4)),
    ])
    var scheme = Scheme("random", size: size(&generator), direction: .takesIn(input))
    if generator.oneIn(4) { scheme.capacity = .padded(to: 48, fromVersion: generator.pick([0, 0, 1, 2])) }
    scheme.nullPointer = generator.pick([
      .faultsWhenRead, .faultsWhenRead, .rejectedFirst(.EINVAL), .rejectedAfterSize(.EFAULT),
      .takenAfterSize, .takenWithoutSize(otherwise: .EINVAL),
    ])
    scheme.flagsArgument = argument(&generator)
    return scheme
  }
}
