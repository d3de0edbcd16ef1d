/// Runs every case `base` times in both languages, and one of them `more` times on top: under a counter of
/// instructions, the difference of two such runs is what `more` calls took.
func count(_ cases: [Case], _ arguments: [String]) {
  guard arguments.count == 3, let index = Int(arguments[0]),
    let language = Language(rawValue: arguments[1]), let more = Int(arguments[2]),
    cases.indices.contains(index)
  else { fail("usage: benchmarks count INDEX swift|c N") }
  let base = 1_000
  var sum: Int64 = 0
  for one in cases { for language in Language.allCases { sum &+= one.run(language, base) } }
  sum &+= cases[index].run(language, more)
  print(sum)
}
