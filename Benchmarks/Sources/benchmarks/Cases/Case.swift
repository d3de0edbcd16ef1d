/// Who does the work.
enum Language: String, CaseIterable {
  case swift, c
}

/// One thing that is measured: the same work in Swift and in C, on the same memory.
struct Case {
  /// A path, such as `copy/long/512`.
  let name: String
  /// The greatest time, as a ratio to C, that is accepted; nil where there is no C, or no promise.
  let limit: Double?
  /// Whether the limit is one for what is left without the call, since the work takes little more than that.
  let isNet: Bool
  /// Where there is no C: the least number of millions of calls a second; nil where nothing is promised.
  var rate: Double?
  /// Whether there is a reference.
  var hasReference: Bool { c != nil }

  private let swift: Function
  private let c: Function?
  private let space: Workspace

  init(
    _ name: String, limit: Double? = nil, isNet: Bool = false, _ space: Workspace, swift: Function,
    c: Function?
  ) {
    self.name = name
    self.limit = limit
    self.isNet = isNet
    self.swift = swift
    self.c = c
    self.space = space
  }

  /// What the first part of the name says, such as `copy/long`.
  var group: String { name.split(separator: "/").prefix(2).joined(separator: "/") }

  /// How the two languages differ in what they answer or leave; nil if they do not.
  var disagreement: String? {
    guard let c = c else { return nil }
    let (answer, bytes) = space.once(swift)
    let (expected, expectedBytes) = space.once(c)
    if answer != expected { return "\(name): Swift answers \(answer), C \(expected)" }
    // What a failed call leaves is not specified.
    if expected < 0 || bytes == expectedBytes { return nil }
    let at = zip(bytes, expectedBytes).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
    return "\(name): byte \(at) is \(bytes[at]) from Swift, \(expectedBytes[at]) from C"
  }

  /// Does the work `count` times; the sum of the answers, 0 where there is no reference.
  @discardableResult
  func run(_ language: Language, _ count: Int) -> Int64 {
    guard let function = language == .swift ? swift : c else { return 0 }
    return space.repeated(function, count)
  }

  static func all() throws -> [Case] { zeroChecks() + copies() + (try codecs()) + (try calls()) }
}
