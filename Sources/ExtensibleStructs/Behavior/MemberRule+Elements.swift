extension MemberRule {
  /// The rule for each element of an array, where its member's name says so: `ranges[].flags` becomes `ranges[0].flags`,
  /// `ranges[1].flags` and so on. A condition on a member of the same array is one on the same element.
  func elements(in layout: Layout) -> [MemberRule] {
    guard let mark = field.firstIndex(of: "["), field[mark...].hasPrefix("[]") else { return [self] }
    let array = field[..<mark]
    var rules: [MemberRule] = []
    while layout.field(Self.name(field, of: array, rules.count)) != nil {
      var rule = self
      rule.field = Self.name(field, of: array, rules.count)
      if let other = condition?.field { rule.condition?.field = Self.name(other, of: array, rules.count) }
      rules.append(rule)
    }
    // One that names no member is refused as such.
    return rules.isEmpty ? [self] : rules
  }

  /// A member's name for one element of an array; unchanged if it is no member of the array's elements.
  private static func name(_ name: String, of array: Substring, _ index: Int) -> String {
    let mark = "\(array)[]"
    return name.hasPrefix(mark) ? "\(array)[\(index)]\(name.dropFirst(mark.count))" : name
  }
}
