import CommandLineKit
import Documents
import InterfaceAnalysis
import InterfaceFile
import KernelInterfaces
import UAPICatalog

/// `extstruct eval`: cases in, answers out, so that other programs can drive the simulated kernel.
enum EvalCommand {
  static let file = Positional(
    "FILE", .optional, help: "Cases, one JSON object a line; standard input if left out or `-`.")

  static let interface = Option(
    "--interface", value: "FILE", isRepeatable: true,
    help: "Answer cases for this interface file, too, by the interface's name in it.")

  static let command = Command(
    "eval", summary: "Answer cases, one JSON object a line, by the simulated kernel.",
    discussion: """
      A case has `interface` (a name from `extstruct list` or of --interface, or copy_struct_from_user, copy_struct_to_user,
      check_zeroed_user) and may have: `id`, echoed; `release`, such as "6.1"; `ksize`; `usize`, the size
      argument or the size in the ioctl number; `flags`, where they are an argument; `memory`, hex from the
      pointer on; `mapped`, how many bytes from the pointer on are mapped (default: the longer of memory and
      usize); `unmappedHead`, how many at its beginning are not; `writable`; `pointer`: valid, null or kernel;
      `offset` and `length` for check_zeroed_user; `kernelStruct`, hex, for interfaces that hand a struct out.
      A usize of up to 2^64 - 1 is answered if the answer needs no more than 16 MiB of memory; other sizes over
      16 MiB are refused.

      An answer has `id`; `result`, OK or an errno; `basis`, how that is known of this release: ran (a kernel
      was asked), source, reported or assumed; `kernelStruct`, as the kernel saw it, for a struct taken
      in; `memory`, all mapped bytes afterwards; `value`, where the call returns one; `fetches`, how the
      kernel read user memory: [primitive, offset, length]. OK means that sizes, tails, pads, flags, gates
      and faults let the call pass. A malformed line, or one about a release that is not described, is answered
      with `error` and its `line`, the rest goes on, and the exit status is 2.
      """,
    positionals: [file], options: [interface],
    examples: [
      .init("cases.jsonl", "Answers for a file of cases, in their order."),
      .init("--interface ./mine.json cases.jsonl", "Cases for an interface of your own."),
    ]
  ) { arguments, console in
    let own = try arguments.values(of: interface).map { try Interface(contentsOf: $0) }
    // An interface file takes the place of the catalog's interface of its name.
    let evaluator = Evaluator(own + (try Catalog.interfaces()))
    var lines = try ByteLines(arguments.value(of: file))
    var status = ExitStatus.success
    while let line = try lines.next() {
      guard line.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else { continue }
      let (answer, isSound) = evaluator.answerLine(line, number: lines.lineNumber)
      if !isSound { status = .trouble }
      console.print(answer)
      console.flush()
    }
    return status
  }
}

extension Evaluator {
  /// The answer to one line of input as one line of output, and whether the line made sense.
  fileprivate func answerLine(_ line: [UInt8], number: Int) -> (String, isSound: Bool) {
    var writer = JSONWriter()
    var id: JSONValue?
    do {
      let json = try JSONObject(parsing: line)
      id = json["id"]
      let answer = try answer(EvalCase(json))
      writer.object { json in
        if let id { json.field("id") { $0.value(id) } }
        answer.write(to: &json)
      }
      return (writer.text, true)
    } catch {
      writer = JSONWriter()
      writer.object { json in
        if let id { json.field("id") { $0.value(id) } }
        json.field("error", "\(error)")
        json.field("line", number)
      }
      return (writer.text, false)
    }
  }
}
