// benchmarks count INDEX SIDE N: every case 1,000 times in both languages, and one of them N times more.
// benchmarks names: the cases, one a line.
// benchmarks time: all cases, timed.
// benchmarks peers LIBRARY...: the same record by this library, by C, and by libraries that peers/build made.
// benchmarks report FOLDER LIBRARY...: everything, printed and written to report.md and report.html. Counted
//   instructions, the lines of Benchmarks/count, come by standard input; none where they could not be counted.

let cases = try Case.all()
let wrong = cases.compactMap(\.disagreement)
guard wrong.isEmpty else { fail(wrong.joined(separator: "\n")) }

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "names": for one in cases { print(one.name, one.hasReference ? "both" : "swift") }
case "count": count(cases, Array(arguments.dropFirst()))
case "peers":
  let comparison = try Comparison(Array(arguments.dropFirst()))
  for section in Section.peers(comparison) { print(section.markdown) }
case "report":
  let comparison = try Comparison(Array(arguments.dropFirst(2)))
  let sections = try Section.all(cases, Count.read()) + Section.peers(comparison)
  write(sections, to: arguments.dropFirst().first ?? ".")
default: print(Section.timing(Timing(cases)).markdown)
}
