import ExtensibleStructs
import UAPICatalog

extension Peer {
  /// What the first version of the record holds, and the whole, without the size member: it is not a value of the
  /// record, and not every peer carries it.
  private static let known = 4..<48
  private static let whole = 4..<56

  /// The bytes that `record` travels as; ends the program if it cannot be encoded.
  func message(_ record: SchedAttr) -> [UInt8] {
    let (answer, bytes) = encode.once(record.bytes)
    guard 0 <= answer, answer <= bytes.count else { fail("\(name): encoding answers \(answer)") }
    return Array(bytes.prefix(Int(answer)))
  }

  /// The first wrong answer; nil if there is none.
  ///
  /// A reader of the same version gets every record back. An old reader gets the first version's fields, or
  /// refuses a record that sets more; it never refuses one that does not. Both refuse noise.
  func wrong() throws -> String? {
    for record in Record.all {
      let message = message(record)
      if let problem = try difference(decode.once(message), record, Peer.whole) {
        return "\(name): \(problem)"
      }
      let old = decodeOld.once(message)
      let setsMore = record.schedUtilMin != 0 || record.schedUtilMax != 0
      if old.answer < 0, setsMore { continue }
      if let problem = try difference(old, record, Peer.known) { return "\(name), old reader: \(problem)" }
      if !setsMore, let found = unknown?.once(message).answer, found != 0 {
        return "\(name): the old reader finds \(found) unknown where nothing is"
      }
    }
    let noise = [UInt8](repeating: 0xff, count: message(Record.full).count)
    for (step, operation) in [("reader", decode), ("old reader", decodeOld)]
    where operation.once(noise).answer >= 0 {
      return "\(name): the \(step) takes noise for a message"
    }
    return nil
  }

  private func difference(
    _ result: (answer: Int64, bytes: [UInt8]), _ record: SchedAttr, _ range: Range<Int>
  ) throws -> String? {
    guard result.answer == 0 else { return "a sound message is answered with \(result.answer)" }
    let expected = record.bytes
    guard let at = range.first(where: { result.bytes[$0] != expected[$0] }) else { return nil }
    let field = try History(SchedAttr.self).layout.field(containing: at)?.name ?? "?"
    return "\(field) is wrong at byte \(at): \(result.bytes[at]), not \(expected[at])"
  }

  /// What is timed, in the order of the table.
  var timed: [Case] {
    let message = message(Record.full)
    return [
      encode.measured("\(name): encode", on: Record.full.bytes),
      decode.measured("\(name): decode", on: message),
      decodeOld.measured("\(name): old reader", on: message),
      decodeOld.measured("\(name): old reader, nothing new", on: self.message(Record.plain)),
    ]
  }

  /// What an old reader is told of `record`, found by having it read the record.
  func told(_ record: SchedAttr) -> String {
    let message = message(record)
    let answer = decodeOld.once(message).answer
    if answer < 0 { return "\(LinuxErrno(rawValue: Int32(-answer)))" }
    return (unknown?.once(message).answer ?? 0) > 0 ? "no; can be asked" : "no"
  }
}
