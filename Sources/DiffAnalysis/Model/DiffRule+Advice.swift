extension DiffRule {
  /// What the rule says of a change that comes under it.
  public var verdict: DiffVerdict { judgement.verdict }

  /// What follows from it, and what to do.
  public var advice: String { judgement.advice }

  /// Who is affected, unless the ABIs say more.
  var affected: [DiffParty] { judgement.affected }

  private typealias Judgement = (verdict: DiffVerdict, affected: [DiffParty], advice: String)

  private static let everyone: [DiffParty] = [.oldUser, .newUser]

  private var judgement: Judgement {
    switch self {
    case .memberInserted, .memberMoved, .memberRemoved, .memberReplaced, .memberRetired, .memberRenamed,
      .memberDivided:
      member
    case .typeWidened, .typeNarrowed, .signChanged, .typeChanged, .arrayLength, .bitField, .alignmentChanged:
      type
    case .reservedUsed, .reservedOpened, .reservedChecked, .paddingUsed, .implicitPadding, .layoutByABI:
      padding
    case .grownBySizeMember, .grownByVersion, .grownByArgument, .grownByNumber, .grownByIoctl, .grownByDRM,
      .grownByFlag,
      .grownWithoutFlag, .grownOutput, .grownUnsized, .shrank:
      size
    case .unionMember, .unionGrew, .flexibleArrayMoved, .behindFlexibleArray, .flexibleArrayAdded,
      .becameFlexible,
      .elementSize, .embeddedChanged, .structRemoved, .structMoved:
      composite
    case .versionMissing, .versionWrong, .versionChanged, .versionDuplicate, .flagAdded, .flagChanged,
      .flagReused,
      .flagRemoved, .maskShrank, .ioctlChanged, .ioctlRemoved, .enumeratorChanged, .constantChanged:
      constant
    }
  }

  private var member: Judgement {
    switch self {
    case .memberInserted:
      (.broken, Self.everyone, "every member behind it is read from the wrong bytes; add members at the end")
    case .memberMoved:
      (.broken, Self.everyone, "it is read from the wrong bytes; put it back where it was")
    case .memberRemoved:
      (.broken, Self.everyone, "keep its bytes, under a reserved name")
    case .memberReplaced:
      (.broken, Self.everyone, "what an old user puts there is taken for something else; keep the old member")
    case .memberRetired:
      (.hazard, [.oldUser], "sound only if the kernel still accepts what old users put there")
    case .memberDivided:
      (.unchanged, [.source], "the bytes mean the same; source code that uses the old name does not compile")
    default:
      (.unchanged, [.source], "binaries go on; source code that uses the old name does not compile")
    }
  }

  private var type: Judgement {
    switch self {
    case .typeWidened:
      (
        .broken, Self.everyone,
        "the other side reads or writes bytes that are not the member's; add a new member"
      )
    case .typeNarrowed:
      (
        .broken, Self.everyone,
        "what was in the other bytes is lost or taken for something else; keep the type"
      )
    case .signChanged:
      (.hazard, Self.everyone, "sound only if values with the highest bit set were refused, and still are")
    case .typeChanged:
      (.hazard, Self.everyone, "sound only if the same bytes still mean the same to the kernel")
    case .arrayLength:
      (
        .broken, Self.everyone,
        "the two sides disagree on where the array ends; add a second array at the end"
      )
    case .bitField:
      (.broken, Self.everyone, "the two sides take different bits for it; keep its place and its width")
    default:
      (
        .hazard, Self.everyone,
        "sound only if nothing embeds it or makes an array of it, and the kernel reads it from any address"
      )
    }
  }

  private var padding: Judgement {
    switch self {
    case .reservedUsed:
      (
        .hazard, [.oldUser],
        "sound only if every older kernel refused a value that is not zero (or, in a struct that is handed out,"
          + " wrote zeros); if not, old users may have garbage there, so open it by a new flag"
      )
    case .reservedOpened:
      (
        .grown, [.oldUser],
        "an old user does not set the flag; sound as long as older kernels refuse unknown flags"
      )
    case .reservedChecked:
      (
        .grown, [.newUser],
        "older kernels refuse a value that is not zero, so that no old user has one there"
      )
    case .paddingUsed:
      (
        .hazard, [.oldUser],
        "no compiler clears padding, so old users have garbage there; sound only if a new flag opens it"
      )
    case .implicitPadding:
      (
        .hazard, Self.everyone,
        "the kernel can neither check nor reuse it, and may hand out stack there; declare it as reserved"
      )
    default:
      (
        .hazard, [.narrowUser],
        "sound only if the kernel has a compat handler for the call; use __aligned_u64, or declare the padding"
      )
    }
  }

  private var size: Judgement {
    switch self {
    case .grownBySizeMember, .grownByVersion, .grownByArgument, .grownByNumber:
      (
        .grown, [.newUser],
        "the kernel zero-extends shorter structs; an older one refuses a tail that is not zero"
      )
    case .grownByIoctl:
      (
        .hazard, Self.everyone,
        "sound only if the kernel still takes the old number: a case for each, or a switch on _IOC_NR() with"
          + " _IOC_SIZE() as the user's size; an older kernel answers ENOTTY to the new number"
      )
    case .grownByDRM:
      (.grown, [.newUser], "drm_ioctl() finds the call by its number alone, and zero-extends shorter structs")
    case .grownByFlag:
      (
        .hazard, [.oldUser],
        "sound only if the kernel reads the flags first, and the new bytes only if the flag is set"
      )
    case .grownWithoutFlag:
      (
        .broken, [.oldUser],
        "nothing says whether the user's struct has the new bytes, so the kernel reads beyond an old one; add a flag"
      )
    case .grownOutput:
      (
        .hazard, [.oldUser],
        "sound only if the kernel writes no more than the user asked for or expects; users must look at the"
          + " length that came, not compare it for equality"
      )
    case .grownUnsized:
      (
        .hazard, [.oldUser],
        "sound only if the kernel learns the user's size from the call and touches no byte beyond it"
      )
    default:
      (.broken, Self.everyone, "an old user's struct is longer than the kernel takes it for; keep the bytes")
    }
  }

  private var composite: Judgement {
    switch self {
    case .unionMember:
      (.grown, [.newUser], "it fits into the union; whatever selects it must be refused by older kernels")
    case .unionGrew:
      (
        .broken, Self.everyone,
        "what follows it moves, or the struct grows unannounced; put the rest elsewhere"
      )
    case .flexibleArrayMoved:
      (.broken, Self.everyone, "its elements are looked for at another byte; grow in reserved words in front")
    case .behindFlexibleArray:
      (.broken, Self.everyone, "the first elements of an old user lie there; grow in reserved words in front")
    case .flexibleArrayAdded:
      (
        .hazard, [.oldUser],
        "sound only if a member that old users leave zero says how many elements follow"
      )
    case .becameFlexible:
      (.hazard, [.source], "binaries go on; sizeof is smaller, so programs must add the first element's size")
    case .elementSize:
      (
        .broken, Self.everyone,
        "the second element is read from the wrong bytes; keep the element, or pass its size"
      )
    case .embeddedChanged:
      (.broken, Self.everyone, "every member behind it moves; do not let an embedded struct grow")
    case .structMoved:
      (.unchanged, [.source], "programs of that architecture include it; binaries go on")
    default:
      (
        .broken, [.source, .oldUser],
        "programs that use it do not compile; the kernel must still take the call"
      )
    }
  }

  private var constant: Judgement {
    switch self {
    case .versionMissing:
      (
        .hazard, [.newUser],
        "sound only if the kernel goes by sizeof; users cannot name the new size, so add the constant"
      )
    case .versionWrong:
      (.broken, Self.everyone, "a user who passes it has half a member or bytes that are not there")
    case .versionChanged:
      (.broken, Self.everyone, "a published size is for ever; add the next constant")
    case .versionDuplicate:
      (.hazard, [.source], "one of them names no version of its own; remove or correct it")
    case .flagAdded: (.grown, [.newUser], "an older kernel must refuse it, as any unknown flag")
    case .flagChanged:
      (.broken, Self.everyone, "the other side takes the bit for something else; a published bit is for ever")
    case .flagReused:
      (
        .broken, Self.everyone,
        "an old user or kernel takes the bit in its old meaning; take a bit never used"
      )
    case .flagRemoved:
      (
        .hazard, [.source, .oldUser],
        "sound only if the kernel goes on taking the bit, or refuses it with EINVAL"
      )
    case .maskShrank: (.hazard, [.oldUser], "sound only if the bits were never taken")
    case .ioctlChanged:
      (
        .broken, Self.everyone,
        "ENOTTY, unless the kernel takes both numbers; add a new macro, keep the old one"
      )
    case .ioctlRemoved:
      (
        .hazard, [.source, .oldUser], "sound only if no program uses it, or the kernel still takes the number"
      )
    case .enumeratorChanged:
      (.broken, Self.everyone, "the value means something else to the other side; add enumerators at the end")
    default: (.hazard, Self.everyone, "sound only if the value is no part of what users and kernel exchange")
    }
  }
}
