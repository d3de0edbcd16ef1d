/// What is compared with the library, loaded and checked.
struct Comparison {
  /// In the order of the table.
  let peers: [Peer]
  /// The names of those that were asked for and are not installed.
  let missing: [String]

  /// This library, C, and the libraries at `paths`; nil if none is named. A wrong answer ends the program, before
  /// anything is timed.
  init?(_ paths: [String]) throws {
    guard !paths.isEmpty else { return nil }
    peers = try Peer.all(paths)
    missing = paths.filter { !Peer.isInstalled($0) }.map(Peer.fileName)
    let wrong = try peers.compactMap { try $0.wrong() }
    guard wrong.isEmpty else { fail(wrong.joined(separator: "\n")) }
  }
}
