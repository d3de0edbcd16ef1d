extension Checks.Step {
  /// The kinds of steps, in the order in which they come.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    /// The call does not exist in this kernel.
    case absent
    /// The caller's privilege is asked for.
    case privilege
    /// A number is returned that the flags argument asks for.
    case number
    /// The flags argument is compared with the known bits.
    case flagsArgument = "flags-argument"
    /// The pointer is compared with NULL.
    case nullPointer = "null-pointer"
    /// The call goes on without a struct where the pointer is NULL.
    case withoutStruct = "without-struct"
    /// The size, the flags or the first version is fetched.
    case firstFetch = "first-fetch"
    /// The flags say how long the struct is.
    case sizeOfFlags = "size-of-flags"
    /// Size 0 is taken for the first version's.
    case zeroSize = "zero-size"
    /// The ioctl number is looked up.
    case dispatch
    /// The needed size is written, whatever happens next.
    case writeNeededSize = "write-needed-size"
    /// The size is compared with the least.
    case minimum
    /// The size is compared with the greatest.
    case maximum
    /// The steps up to the end of the elements are repeated.
    case eachElement = "each-element"
    /// What a shorter struct does not have is zeroed.
    case zeroFill = "zero-fill"
    /// The user's trailing bytes are looked at.
    case tail
    /// The struct is copied in.
    case copy
    /// Size or flags of two fetches are compared.
    case recheck
    /// Size or flags of the first fetch are put back.
    case keepFirst = "keep-first"
    /// The flags are compared with the known bits.
    case unknownFlag = "unknown-flags"
    /// Flag bits that exclude each other are looked for.
    case flagConflict = "conflicting-flags"
    /// The size is compared with what a flag needs.
    case flagBeyondSize = "flag-beyond-size"
    /// A member's value is compared with a rule.
    case member
    /// Reserved bytes are looked at.
    case pad
    /// Bytes behind a closed gate are looked at.
    case closedGate = "closed-gate"
    /// What the user asks for is fetched.
    case request
    /// The number of copied bytes is put into the struct.
    case reportCopiedBytes = "report-copied-bytes"
    /// The user's trailing bytes are zeroed.
    case clearTail = "clear-tail"
    /// The struct is copied out.
    case copyOut = "copy-out"
    /// What the call writes on success is written.
    case answer
  }
}

extension Checks.Step.Name {
  /// What failed, in words.
  public var failure: String {
    switch self {
    case .absent: "no such call"
    case .privilege: "the caller lacks a capability"
    case .flagsArgument: "unknown flag in the flags argument"
    case .nullPointer: "NULL pointer"
    case .firstFetch: "fault in the first fetch"
    case .dispatch: "no such ioctl number"
    case .minimum: "size below the minimum"
    case .maximum: "size above the maximum"
    case .tail: "non-zero tail"
    case .copy: "fault in the copy"
    case .recheck: "changed between two fetches"
    case .unknownFlag: "unknown flag"
    case .flagConflict: "conflicting flags"
    case .flagBeyondSize: "flag needs a greater size"
    case .member: "refused value"
    case .pad: "non-zero reserved bytes"
    case .closedGate: "bytes set without their flag"
    case .request: "fault in the fetch of the request"
    case .clearTail: "fault in the tail"
    case .copyOut: "fault in the copy to the user"
    case .answer: "fault in what is written on success"
    case .number, .withoutStruct, .sizeOfFlags, .zeroSize, .writeNeededSize, .eachElement, .zeroFill,
      .keepFirst,
      .reportCopiedBytes:
      rawValue
    }
  }
}

extension Checks.Action {
  /// What kind of step it is.
  @usableFromInline var name: Checks.Step.Name {
    switch self {
    case .privilege: .privilege
    case .number: .number
    case .flagsArgument: .flagsArgument
    case .nullPointer, .nullWithSize: .nullPointer
    case .withoutStruct: .withoutStruct
    case .fetchSize, .fetchFlags, .fetchVersion0, .peek: .firstFetch
    case .sizeOfFlags: .sizeOfFlags
    case .zeroSize: .zeroSize
    case .publishedSize, .commandSize: .dispatch
    case .writeNeededSize: .writeNeededSize
    case .minimum: .minimum
    case .maximum: .maximum
    case .eachElement: .eachElement
    case .zeroFill, .zeroBehind: .zeroFill
    case .tail: .tail
    case .copy, .copyAll: .copy
    case .recheckSize, .recheckFlags: .recheck
    case .keepSize, .keepFlags: .keepFirst
    case .unknownFlags: .unknownFlag
    case .flagConflict: .flagConflict
    case .flagBeyondSize: .flagBeyondSize
    case .member: .member
    case .pad: .pad
    case .closedGate: .closedGate
    case .copyBack, .writeMember, .reportNeededSize: .answer
    case .fetchRequest: .request
    case .reportCopiedBytes: .reportCopiedBytes
    case .clearTail: .clearTail
    case .copyOut, .writeElements: .copyOut
    }
  }
}
