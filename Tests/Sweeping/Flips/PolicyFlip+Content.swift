import ExtensibleStructs

extension PolicyFlip {
  static let arguments = [
    PolicyFlip("NULL is looked at first, or not at all") { scheme, _ in
      scheme.nullPointer = scheme.nullPointer == .faultsWhenRead ? .rejectedFirst(.EINVAL) : .faultsWhenRead
    },
    PolicyFlip("unknown bits of the flags argument have no effect") { scheme, _ in
      scheme.flagsArgument = .none
    },
    PolicyFlip("the flags argument is looked at later, or sooner") { scheme, _ in
      switch scheme.flagsArgument {
      case .none: break
      case .rejectedFirst(let known, let errno):
        scheme.flagsArgument = .rejectedAfterCopy(known: known, errno)
      case .rejectedAfterCopy(let known, let errno):
        scheme.flagsArgument = .rejectedFirst(known: known, errno)
      }
    },
    PolicyFlip("unknown bits of the flags argument are another errno") { scheme, _ in
      switch scheme.flagsArgument {
      case .none: break
      case .rejectedFirst(let known, let errno):
        scheme.flagsArgument = .rejectedFirst(known: known, errno.other)
      case .rejectedAfterCopy(let known, let errno):
        scheme.flagsArgument = .rejectedAfterCopy(known: known, errno.other)
      }
    },
  ]

  static let input = [
    PolicyFlip("the tail is not looked at") { scheme, codec in
      if codec.hasTail { scheme.input?.tail = .ignored }
    },
    PolicyFlip("a tail is another errno") { scheme, codec in
      guard codec.hasTail, case .mustBeZero(let errno) = scheme.input?.tail else { return }
      scheme.input?.tail = .mustBeZero(else: errno.other)
    },
    PolicyFlip("reserved bytes are looked at, or not") { scheme, _ in
      guard let pad = scheme.input?.pad else { return }
      scheme.input?.pad = pad == .ignored ? .mustBeZero(else: .EINVAL) : .ignored
    },
    PolicyFlip("bytes behind a closed gate must be zero") { scheme, _ in
      if scheme.input?.closedGate == .ignored { scheme.input?.closedGate = .mustBeZero(else: .EINVAL) }
    },
    PolicyFlip("unknown flags have no effect, or have one") { scheme, _ in
      guard let policy = scheme.input?.unknownFlags else { return }
      scheme.input?.unknownFlags = policy == .ignored ? .rejected(.EINVAL) : .ignored
    },
    PolicyFlip("an unknown flag is another errno") { scheme, _ in
      guard case .rejected(let errno) = scheme.input?.unknownFlags else { return }
      scheme.input?.unknownFlags = .rejected(errno.other)
    },
    PolicyFlip("a flag needs no size") { scheme, _ in scheme.input?.flagBeyondSize = .ignored },
    PolicyFlip("the struct is not copied back") { scheme, _ in scheme.input?.copiesBack = false },
  ]

  static let output = [
    PolicyFlip("the user's tail is zeroed, or left alone") { scheme, codec in
      guard codec.hasTail, let tail = scheme.output?.tail else { return }
      scheme.output?.tail = tail == .zeroed ? .leftAlone : .zeroed
    },
    PolicyFlip("the size member says the kernel's own size") { scheme, codec in
      if codec.least < codec.size { scheme.output?.reportsCopiedBytes = false }
    },
    PolicyFlip("everything is handed out, whatever was asked for") { scheme, _ in
      scheme.output?.fetchesRequest = false
    },
  ]
}
