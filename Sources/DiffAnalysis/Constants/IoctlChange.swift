import CDeclarations
import KernelInterfaces

/// One macro of an ioctl whose number is another one in the new header.
struct IoctlChange: Hashable {
  var name: String
  var old: IoctlNumber
  var new: IoctlNumber
  /// The struct whose size is in the number; nil if none is.
  var type: String?
  var isDRM: Bool

  /// Compares the macro of both headers; nil if it is no ioctl's, or its number is the same.
  init?(_ old: CConstant, _ new: CConstant) {
    guard let text = new.ioctl ?? old.ioctl, old.value != new.value,
      let before = UInt32(exactly: old.value & 0xffff_ffff),
      let after = UInt32(exactly: new.value & 0xffff_ffff)
    else { return nil }
    name = new.name
    self.old = IoctlNumber(rawValue: before)
    self.new = IoctlNumber(rawValue: after)
    type = text.type
    isDRM = text.macro.hasPrefix("DRM_")
  }

  /// Whether the size of the struct is all that changed.
  var isSizeAlone: Bool {
    old.direction == new.direction && old.type == new.type && old.number == new.number
  }

  /// Both numbers, in words.
  var words: String {
    "\(name) was \(old) (\(old.parts)) and is \(new) (\(new.parts))"
  }
}

extension IoctlNumber {
  /// What the number says beside whose it is: `_IOW, 32 bytes`.
  fileprivate var parts: String {
    let macro =
      switch direction {
      case [.read, .write]: "_IOWR"
      case .read: "_IOR"
      case .write: "_IOW"
      default: "_IO"
      }
    return "\(macro), nr \(number)" + (macro == "_IO" ? "" : ", \(bytes(size))")
  }
}
