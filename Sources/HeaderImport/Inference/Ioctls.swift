import CDeclarations
import KernelInterfaces

/// The ioctls whose number has the size of a struct.
struct Ioctls {
  /// Their names and numbers, in the order of the header.
  let list: [(name: String, number: IoctlNumber)]

  init(taking name: String, in declarations: CDeclarations) {
    list = declarations.constants.compactMap { constant in
      guard constant.ioctl?.type == name, let value = UInt32(exactly: constant.value) else { return nil }
      return (constant.name, IoctlNumber(rawValue: value))
    }
  }

  /// The first of them as a call. A header does not say which file it is made on.
  func call(on device: String?) -> CallShape? {
    list.first.map { name, number in
      CallShape(
        .ioctl(
          on: device.map { .path($0) } ?? .unavailable("the file that \(name) is made on; `--on` names it"),
          number.direction, type: number.type, number: number.number, size: number.size))
    }
  }

  /// What was found.
  var inference: ImportInference {
    guard let first = list.first else {
      return ImportInference(
        .call, "", "no macro _IOW(..., struct) names the struct, and a header says nothing of system calls")
    }
    let others = list.dropFirst().map(\.name)
    return ImportInference(
      .call, "ioctl \(first.name) (\(first.number))",
      "its macro names the struct"
        + (others.isEmpty ? "" : ", as those of \(others.joined(separator: ", ")) do"))
  }
}
