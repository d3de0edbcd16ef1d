/// What to say of a name that is none of those known: the nearest of them, or all if they are few.
///
/// - Parameters:
///   - kind: What is named, such as "struct".
///   - name: What was given.
///   - known: The right names.
///   - hint: What to do if no name is near and there are too many to list, such as "'extstruct list' shows them".
package func unknownName(_ kind: String, _ name: String, known: [String], hint: String? = nil) -> String {
  let start = "unknown \(kind) '\(name)'"
  let near = nearest(to: name, in: known)
  if !near.isEmpty { return "\(start); did you mean \(disjunction(near.map { "'\($0)'" }))?" }
  if let hint { return "\(start); \(hint)" }
  if known.isEmpty { return "\(start); there is none" }
  return known.count <= 12 ? "\(start); known: \(known.joined(separator: ", "))" : start
}

/// "a", "a or b", "a, b or c".
package func disjunction(_ words: [String]) -> String {
  guard let last = words.last else { return "" }
  return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " or " + last
}
