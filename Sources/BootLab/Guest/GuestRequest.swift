/// The word of the kernel's command line that asks this program to be the first process of a guest.
///
/// A word `name=value` that the kernel does not know becomes part of that process's environment as well.
enum GuestRequest {
  /// Its name, also in the environment.
  static let name = "extstruct_guest"
  /// Its value.
  static let value = "1"
  /// The whole word.
  static let word = "\(name)=\(value)"

  /// Whether a kernel's command line contains the word.
  static func isPart(of line: [UInt8]) -> Bool {
    line.split { $0 <= 0x20 }.contains { $0.elementsEqual(word.utf8) }
  }
}
