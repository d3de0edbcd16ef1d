import Compatibility
import ExtensibleStructs
import UAPICatalog
for s in try Catalog.structures() where CommandLine.arguments.contains(s.name) {
  let m = try Matrix(s.history, schemes: s.schemes)
  for t in m.tables {
    print(t.scheme.name, t.sizes)
    for c in t.cells { print("  u\(c.user.version) f\(c.user.features) \(c.user.habit.rawValue) k\(c.kernel) \(c.tailMapped.map{"\($0)"} ?? "-") \(c.judgement.verdict.rawValue) \(c.judgement.errno?.description ?? "") \(c.judgement.bytes)") }
  }
}
