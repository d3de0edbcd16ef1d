/// A history and a scheme that do not fit.
public struct SchemeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What does not fit.
  public enum Cause: Hashable, Sendable {
    /// These known flag bits are beyond the flags member.
    case flagsTooWide(UInt64)
    /// The history has no version with this index.
    case noSuchVersion(Int)
    /// The scheme reads flags, and the history names none.
    case noFlags(String)
    /// The version has no gate, so that the scheme would never fetch its bytes.
    case ungated(String, String)
    /// A rule names a member that the history does not have, or that is not an integer.
    case noSuchMember(String)
    /// The scheme takes an array whose bounds cross, or whose maximum no kernel has room for.
    case unboundedArray(String)
    /// The longest array that this scheme takes is of so many bytes, more than any kernel has room for.
    case arrayTooLong(String, bytes: Int)
    /// This is answered where a step fails, and is no error number.
    case noErrorNumber(LinuxErrno, String)
    /// Two policies of this scheme exclude each other.
    case doNotFit(String, String, String)
    /// The pad is longer than any struct, of this many bytes.
    case padTooLong(Int)
    /// The least size is below zero.
    case negativeSize(Int)
    /// The least size is above the greatest, so that none passes.
    case boundsCross(least: Int, greatest: Int)
    /// The version is longer than the greatest size that the scheme takes.
    case aboveMaximum(String, needs: Int, maximum: Int, String)
    /// The version is shorter than the least size that the scheme takes.
    case belowMinimum(String, has: Int, least: Int, String)
    /// The scheme takes an array, where one value is asked for.
    case takesArray(String)
    /// The scheme writes a size member, and the history names none.
    case noSizeMember(String)
    /// The version does not fit into the pad.
    case padFull(String, needs: Int, has: Int)
    /// The version is longer on the wire than the size bits of an ioctl number can say (`_IOC_SIZEBITS`).
    case tooLongForCommand(String, bytes: Int)
    /// The size member cannot hold the newest size.
    case sizeMemberTooNarrow(String)
    /// The Swift struct is not laid out as the struct is on the wire.
    case otherLayout(String)
    /// The kernel's struct would be shorter than the first version, of this many bytes, or above 1 MiB.
    case impossibleSize(Int, least: Int)
    /// The struct cannot be declared, as it is or with a size member added.
    case declaration(DeclarationError)
  }

  /// The struct's C name.
  public var structure: String
  /// What does not fit.
  public var cause: Cause

  /// Makes an error.
  public init(_ structure: String, _ cause: Cause) {
    self.structure = structure
    self.cause = cause
  }

  /// One line: the struct, what does not fit, and what to do.
  public var description: String { "\(structure): \(cause)" }
}

extension SchemeError.Cause: CustomStringConvertible {
  /// What does not fit, and what to do about it.
  public var description: String {
    switch self {
    case .flagsTooWide(let bits): "the known flags 0x\(String(bits, radix: 16)) are beyond the flags member"
    case .noSuchVersion(let index): "has no version with index \(index); indices begin at 0"
    case .noFlags(let scheme): "\(scheme) reads flags, but the history names no flags member"
    case .ungated(let version, let scheme):
      "\(version) has no flag gate, so \(scheme) would never fetch its bytes; give it a gate"
    case .noSizeMember(let scheme): "\(scheme) writes a size member, but the history names none"
    case .unboundedArray(let scheme):
      "\(scheme) takes an array; give it bounds that do not cross, and a maximum of 1 to "
        + "\(Scheme.mostElements) elements"
    case .arrayTooLong(let scheme, let bytes):
      "\(scheme) takes up to \(bytes) bytes; no more than \(Scheme.longestArray) can be taken: lower the maximum"
    case .noErrorNumber(let errno, let scheme):
      "\(scheme) refuses with \(errno.rawValue), which is no error number; those are 1 to 4095"
    case .doNotFit(let one, let other, let scheme): "\(scheme): \(one) does not go with \(other)"
    case .padTooLong(let bytes): "a pad to \(bytes) bytes; no struct is longer than \(Layout.maximumSize)"
    case .negativeSize(let bytes): "a least size of \(bytes) bytes; write 0 for none"
    case .boundsCross(let least, let greatest):
      "the least size, \(least), is above the greatest, \(greatest): no size passes"
    case .aboveMaximum(let version, let needs, let maximum, let scheme):
      "\(version) needs \(needs) bytes, and \(scheme) takes at most \(maximum): "
        + "a kernel would refuse its own users; raise the maximum"
    case .belowMinimum(let version, let has, let least, let scheme):
      "\(version) has \(has) bytes, and \(scheme) takes no less than \(least): "
        + "a kernel would refuse its own users; lower the minimum"
    case .takesArray(let scheme): "\(scheme) takes an array; use a Codec, with room for roomNeeded bytes"
    case .noSuchMember(let field): "a rule names \(field), which is no integer member"
    case .padFull(let version, let needs, let has):
      "the pad is full: \(version) needs \(needs) bytes, the struct has \(has)"
    case .tooLongForCommand(let version, let bytes):
      "\(version) is \(bytes) bytes long, and an ioctl number says at most \(Scheme.longestInCommand); "
        + "pass a pointer in the struct instead"
    case .sizeMemberTooNarrow(let name): "\(name) cannot hold the newest size"
    case .otherLayout(let name):
      "\(name) is not laid out as the wire is; declare the size member that the scheme reads"
    case .impossibleSize(let size, let least):
      "a kernel's struct of \(size) bytes is not between the first version's \(least) and 1 MiB"
    case .declaration(let error): "\(error)"
    }
  }
}
