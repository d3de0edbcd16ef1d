import ExtensibleStructs
import KernelInterfaces

/// How a struct may travel, the likeliest first, by what it has.
struct ProposedSchemes {
  /// What the import found of a struct.
  struct Found {
    var history: History
    /// Whether constants publish its sizes.
    var hasSizeConstants: Bool
    var isArgsz: Bool
    var ioctls: Ioctls
    /// Whether it replaces another struct.
    var isNewStruct: Bool
  }

  let list: [(scheme: Scheme, reason: String)]

  init(_ found: Found) {
    let history = found.history
    let size = history.layout.size
    var list: [(Scheme, String)] = []
    if let member = history.sizeMember {
      list.append(
        found.isArgsz
          ? (.argsz, "argsz is VFIO's size member")
          : (.sizePrefixed, "\(member.name) holds the caller's size"))
    } else if found.hasSizeConstants {
      list.append(
        found.ioctls.list.isEmpty
          ? (.sizeArgument, "its sizes are published, and no member holds the caller's")
          : (.sizeInCommand, "its sizes are published, and the ioctl's number has the caller's"))
    }
    if !found.ioctls.list.isEmpty {
      let newest = history.versions[history.versions.count - 1].size
      if found.isNewStruct {
        list.append(
          (size > newest ? .newIoctl(paddedTo: size) : .newIoctl, "a struct of another name was its base"))
      }
      if size > newest {
        list.append((.staticPad(to: size), "its end is reserved, and the ioctl's number has its size"))
      }
      if history.flags != nil, history.versions.contains(where: { $0.gate != 0 }) {
        list.append((.flagFirst, "flags open what was added, and no size is known"))
      }
      list.append((.newIoctl, "the ioctl's number has its size"))
    }
    list.append(
      (.sizeArgument, "nothing in the header says how its size is known: most system calls have an argument"))
    self.list = list
  }

  /// The schemes that an option may name.
  static func named(_ name: String, for history: History) throws(ImportError) -> Scheme {
    let all = Scheme.all(for: history) + [.argsz]
    guard let scheme = all.first(where: { $0.name == name }) else {
      throw .noSuchScheme(name, known: all.map(\.name))
    }
    return scheme
  }

  /// Whether callers of two layouts that differ in `sizeof` alone can both use a scheme: the kernel goes by the caller's
  /// own size, and not by the number of an ioctl.
  static func carriesSizes(_ scheme: Scheme) -> Bool {
    switch scheme.size {
    case .member, .argument: true
    default: false
    }
  }
}
