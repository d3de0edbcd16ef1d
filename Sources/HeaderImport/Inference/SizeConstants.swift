import CDeclarations

/// The constants that publish the sizes of a struct's versions: `CLONE_ARGS_SIZE_VER0` and its like.
struct SizeConstants {
  /// One constant.
  struct Published {
    var number: Int
    var size: Int
    var name: String
  }

  /// The constants of each prefix, by their number: `CLONE_ARGS` has three.
  private(set) var groups: [String: [Published]] = [:]
  /// The names of the structs, in upper case, to which an exact prefix belongs.
  private let structs: Set<String>

  init(_ declarations: CDeclarations) {
    structs = Set(declarations.records.keys.map { $0.uppercased() })
    for constant in declarations.constants {
      guard let range = constant.name.firstRange(of: "_SIZE_VER"),
        let number = Int(constant.name[range.upperBound...]), number >= 0,
        let size = Int(exactly: constant.value)
      else { continue }
      groups[String(constant.name[..<range.lowerBound]), default: []].append(
        Published(number: number, size: size, name: constant.name))
    }
    for prefix in groups.keys { groups[prefix]?.sort { $0.number < $1.number } }
  }

  /// The constants of a struct of this size, and why they are its; nil if there are none.
  ///
  /// The prefix is the struct's name, or a part of its words (`PERF_ATTR` of `perf_event_attr`), or letters of it
  /// (`LBMD` of `logical_block_metadata_cap`), in this order. What is another struct's name is not taken.
  func published(_ name: String, size: Int) -> (constants: [Published], reason: String)? {
    let upper = name.uppercased()
    if let exact = groups[upper] { return (exact, "the constants \(upper)_SIZE_VERn") }
    let free = groups.keys.filter { !structs.contains($0) }.sorted()
    func fits(_ prefix: String) -> Bool { groups[prefix]?.last?.size == size }
    let words = upper.split(separator: "_")
    if let prefix = free.first(where: { fits($0) && Self.isPart($0.split(separator: "_"), of: words) }) {
      return (
        groups[prefix] ?? [],
        "the constants \(prefix)_SIZE_VERn: their words are the name's, and the last is its sizeof"
      )
    }
    if let prefix = free.first(where: {
      fits($0) && $0.first == upper.first && Self.isPart(Array($0), of: Array(upper))
    }) {
      return (
        groups[prefix] ?? [],
        "the constants \(prefix)_SIZE_VERn: their letters are the name's, and the last is its sizeof"
      )
    }
    return nil
  }

  /// Whether the parts are in the whole, in their order.
  private static func isPart<C: Collection>(_ part: C, of whole: C) -> Bool where C.Element: Equatable {
    var rest = part[...]
    for element in whole where element == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
