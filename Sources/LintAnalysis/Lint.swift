import Documents
public import ExtensibleStructs
public import KernelInterfaces

/// What a review of a struct that is to grow would ask: of the history, and of each call that takes the struct.
///
///     let lint = try Lint(Quota.self)
///     print(lint)
///     if !lint.isSound { ... }
public struct Lint: Sendable {
  /// The struct.
  public let history: History
  /// How it is handed over.
  public let shape: Shape
  /// The calls that take it.
  public let interfaces: [Interface]
  /// What was found: of the struct first, then of each call.
  public let issues: [Issue]

  /// How a struct lies in user memory.
  public enum Shape: String, Hashable, Sendable, CaseIterable {
    /// Alone, behind a pointer.
    case single
    /// In an array, one after the other.
    case arrayElement
    /// In front of an array that belongs to it and has any length.
    case flexibleArray
  }

  /// Checks a history, and the calls that take its struct.
  ///
  /// - Parameters:
  ///   - history: The struct.
  ///   - shape: How the struct is handed over; nil for what is known of the name.
  ///   - interfaces: The calls that take the struct.
  public init(_ history: History, shape: Shape? = nil, interfaces: [Interface] = []) {
    let shape = shape ?? Lint.shapes[history.name] ?? .single
    self.history = history
    self.shape = shape
    self.interfaces = interfaces
    issues = Lint.issues(in: history, shape) + interfaces.flatMap(Lint.issues)
  }

  /// Checks a declared struct, and the calls that take it.
  ///
  /// - Parameters:
  ///   - type: The struct.
  ///   - shape: How the struct is handed over; nil for what is known of the name.
  ///   - interfaces: The calls that take the struct, such as `Interface(prototype: history, .sizePrefixed)`.
  /// - Throws: ``DeclarationError`` if the declaration is wrong.
  public init<S: DeclaredStruct>(
    _ type: S.Type, shape: Shape? = nil, interfaces: [Interface] = []
  ) throws(DeclarationError) {
    self.init(try History(type), shape: shape, interfaces: interfaces)
  }

  /// Whether nothing was found that misleads.
  public var isSound: Bool { !issues.contains { $0.rule.level == .mistake } }

  /// Real structs that are not passed alone.
  static let shapes: [String: Shape] = ["futex_waitv": .arrayElement]
}

extension Lint {
  /// What the history alone shows.
  static func issues(in history: History, _ shape: Shape) -> [Issue] {
    var found: [Issue] = []
    if history.flags == nil { found.append(Issue(.noFlags)) }
    let extensions = history.extensions
    for (index, part) in extensions.enumerated() {
      let version = history.versions[part.version].name
      if part.gate == 0 {
        found.append(Issue(.ungatedExtension, "\(part.name) (\(version))"))
        for field in part.fields where field.isDescriptorByName {
          found.append(Issue(.zeroIsAValue, "\(field.name) (\(version))"))
        }
      }
      for other in extensions[..<index] where other.gate & part.gate != 0 {
        found.append(
          Issue(.sharedFlag, "\(hex(other.gate & part.gate)): \(other.name) and \(part.name)"))
      }
      if let known = history.flags?.known, known & part.gate != 0 {
        found.append(Issue(.reusedFlag, "\(hex(known & part.gate)): \(part.name) (\(version))"))
      }
    }
    let pad = history.layout.size - meaningfulEnd(of: history)
    if pad >= 8 { found.append(padLeft(pad)) }
    switch shape {
    case .single: break
    case .arrayElement: found.append(Issue(.arrayElement))
    case .flexibleArray: found.append(Issue(.flexibleArray))
    }
    return found
  }

  /// The end of the last member that has a meaning.
  static func meaningfulEnd(of history: History) -> Int {
    history.layout.fields.last { !$0.isReserved }?.range.upperBound ?? 0
  }

  /// So many bytes of pad are left at the end.
  static func padLeft(_ bytes: Int, interface: String? = nil) -> Issue {
    let count = bytes / 8
    return Issue(
      .padLeft, "\(bytes) bytes, room for \(count) more \(count == 1 ? "member" : "members") of 8 bytes",
      interface: interface, count: count)
  }
}
