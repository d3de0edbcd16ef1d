import CDeclarations
import ExtensibleStructs
import KernelInterfaces
import UAPICatalog

/// How a struct's size travels with it.
enum StructTravel: Hashable {
  /// In a member of this path.
  case sizeMember(String)
  /// In an argument of this call.
  case sizeArgument(String)
  /// In the number of an ioctl that dispatches on the rest of the number.
  case number(String)
  /// As the catalog knows of this call: nowhere; the flags decide.
  case flags(String)
  /// The kernel hands it out and says its length: by a netlink attribute, or to a buffer of a length that the user says.
  case handedOut(String)
}

extension StructTravel {
  /// How a call takes its struct; nil if its size does not travel.
  init?(_ interface: Interface) {
    switch interface.newest.scheme.size.source {
    case .member: self = .sizeMember(interface.history.sizeMember?.name ?? "size")
    case .argument, .pointer: self = .sizeArgument(interface.name)
    case .command: self = .number(interface.name)
    case .flags: self = .flags(interface.name)
    case .fixed, .elements:
      guard interface.direction == .out else { return nil }
      self = .handedOut("by \(interface.name)")
    }
  }

  /// How the catalog's structs travel, by the struct's name.
  static let catalog: [String: StructTravel] = {
    var found: [String: StructTravel] = [:]
    for interface in (try? Catalog.interfaces()) ?? [] where found[interface.history.name] == nil {
      found[interface.history.name] = StructTravel(interface)
    }
    return found.merging(known) { first, _ in first }
  }()

  /// Structs of other calls: most are handed out together with their length, or as far as the user has room for them.
  ///
  /// Assumed: no source of these was looked up.
  private static let known: [String: StructTravel] = [
    "taskstats": .handedOut("in a netlink attribute, with its length"),
    "tcp_info": .handedOut("by getsockopt(TCP_INFO), up to the length that the user passes"),
    "xsk_tx_metadata": .sizeArgument("XDP_UMEM_REG (tx_metadata_len)"),
    "statx": .handedOut("by statx, in a buffer of 256 bytes"),
    "bpf_prog_info": .handedOut("by BPF_OBJ_GET_INFO_BY_FD, up to the user's info_len"),
    "bpf_map_info": .handedOut("by BPF_OBJ_GET_INFO_BY_FD, up to the user's info_len"),
    "bpf_btf_info": .handedOut("by BPF_OBJ_GET_INFO_BY_FD, up to the user's info_len"),
    "bpf_link_info": .handedOut("by BPF_OBJ_GET_INFO_BY_FD, up to the user's info_len"),
    "mptcp_info": .handedOut("by getsockopt(MPTCP_INFO), up to the length that the user passes"),
  ]

  /// The calls whose kernels refuse reserved words that are not zero, by the struct's name, as the catalog knows.
  static let checked: [String: String] = {
    var found: [String: String] = [:]
    for interface in (try? Catalog.interfaces()) ?? [] where found[interface.history.name] == nil {
      guard case .mustBeZero = interface.newest.scheme.input?.pad else { continue }
      found[interface.history.name] = interface.name
    }
    return found
  }()

  /// The member that holds the struct's own size, by its name and place; nil if there is none.
  static func sizeMember(of layout: CLayout) -> String? {
    layout.leaves().first { leaf in
      guard case .integer(_, let width, _) = leaf.type, width >= 2, !leaf.isBitField, leaf.unions.isEmpty
      else { return false }
      switch leaf.path {
      case "argsz", "usize", "struct_size", "size_of_struct": return true
      // Further back it is the size of something else: of a buffer, of a region.
      case "size": return leaf.offset <= 4
      default: return false
      }
    }?.path
  }

  /// The member that holds flags; nil if there is none.
  static func flagsMember(of layout: CLayout) -> Leaf? {
    layout.leaves().first { leaf in
      guard case .integer(_, let width, _) = leaf.type, width >= 2, !leaf.isBitField else { return false }
      return leaf.path == "flags"
    }
  }
}
