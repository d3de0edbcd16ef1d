import CPeers
import Glibc

extension Peer {
  /// Whether there is a library at `path`; what could not be installed was not built.
  static func isInstalled(_ path: String) -> Bool {
    // Sound: the string outlives the call, and is only read.
    unsafe access(path, F_OK) == 0
  }

  /// The library's name, as its file bears it.
  static func fileName(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? name)
  }

  /// Loads the library at `path`, which `Benchmarks/peers/build` made; ends the program if it is not one.
  static func load(_ path: String) -> Peer {
    // Sound: the library is never unloaded, so that its functions and its name stay where they are; each of the
    // functions was compiled from the declarations in Benchmarks/peers/peer.h.
    guard let library = unsafe cpeers_load(path) else { fail(unsafe String(cString: cpeers_error())) }
    guard let name = unsafe cpeers_name(library) else { fail("\(path) has no peer_name") }
    func function(_ name: String) -> Operation? {
      guard let call = unsafe cpeers_function(library, name) else { return nil }
      return Operation(function: unsafe Function(call))
    }
    func needed(_ name: String) -> Operation {
      guard let operation = function(name) else { fail("\(path) has no \(name)") }
      return operation
    }
    return Peer(
      name: unsafe String(cString: name), encode: needed("peer_encode"), decode: needed("peer_decode"),
      decodeOld: needed("peer_decode_old"), unknown: function("peer_unknown"))
  }
}
