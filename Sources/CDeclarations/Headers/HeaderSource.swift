/// A header to be read.
public enum HeaderSource: Hashable, Sendable {
  /// One that is looked for in the include folders: `linux/openat2.h`.
  case included(String)
  /// A file, by its path.
  case file(String)
  /// A text, and the name that messages give it.
  case text([UInt8], name: String)

  /// Its name in messages.
  public var name: String {
    switch self {
    case .included(let name), .file(let name), .text(_, let name): name
    }
  }
}
