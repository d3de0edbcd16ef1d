import Foundation

/// The modules on floors: each stands one floor above the highest module that it imports.
struct House {
  /// The modules by floor, the lowest first; on a floor in the manifest's order.
  let floors: [[Manifest.Module]]

  init(_ modules: [Manifest.Module]) {
    let byName = Dictionary(uniqueKeysWithValues: modules.map { ($0.name, $0) })
    func floor(_ module: Manifest.Module) -> Int {
      module.dependencies.compactMap { byName[$0] }.map { floor($0) + 1 }.max() ?? 0
    }
    var floors: [[Manifest.Module]] = []
    for module in modules {
      let number = floor(module)
      while floors.count <= number { floors.append([]) }
      floors[number].append(module)
    }
    self.floors = floors
  }

  /// The house as the README shows it: a line a module, the roof first, a rule between floors.
  var picture: [String] {
    let column = (floors.joined().map(\.name.count).max() ?? 0) + 2
    let width = floors.joined().map { column + $0.summary.count }.max() ?? column
    var lines: [String] = []
    for floor in floors.reversed() {
      if !lines.isEmpty { lines.append(String(repeating: "─", count: width)) }
      for module in floor {
        lines.append(module.name.padding(toLength: column, withPad: " ", startingAt: 0) + module.summary)
      }
    }
    return lines
  }
}
