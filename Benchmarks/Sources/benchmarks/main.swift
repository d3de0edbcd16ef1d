// benchmarks count INDEX SIDE N: every case 1,000 times in both languages, and one of them N times more.
// benchmarks names: the cases, one a line.
// benchmarks time: all cases, timed.

let cases = try Case.all()
let wrong = cases.compactMap(\.disagreement)
guard wrong.isEmpty else { fatalError(wrong.joined(separator: "\n")) }

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "names": for one in cases { print(one.name, one.hasReference ? "both" : "swift") }
case "count": count(cases, Array(arguments.dropFirst()))
default: Timing(cases).table()
}
