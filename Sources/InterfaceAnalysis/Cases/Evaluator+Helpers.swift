import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel

extension Evaluator {
  /// Calls one of the kernel's helpers by itself.
  static func answer(_ given: EvalCase, _ helper: EvalHelper) throws(EvalError) -> EvalAnswer {
    try refuse(given.release, "release", "the helpers are the same in every release")
    try refuse(given.flags == 0 ? nil : given.flags, "flags", "the helpers take no flags")
    try refuse(given.isPrivileged ? nil : false, "privileged", "the helpers ask for no privilege")
    try refuse(given.abi, "abi", "the helpers have no arguments that are cut")
    if helper != .checkZeroedUser {
      try refuse(given.offset, "offset", "is for check_zeroed_user")
      try refuse(given.length, "length", "is for check_zeroed_user")
    }
    switch helper {
    case .copyStructFromUser: return try copyStructFromUser(given)
    case .copyStructToUser: return try copyStructToUser(given)
    case .checkZeroedUser: return try checkZeroedUser(given)
    }
  }

  private static func copyStructFromUser(_ given: EvalCase) throws(EvalError) -> EvalAnswer {
    try refuse(given.kernelStruct, "kernelStruct", "copy_struct_from_user takes a struct in")
    let ksize = try needed(given.ksize, "ksize", given)
    let usize = try neededSize(given)
    var memory = PagedMemory(image(given, upTo: usize), pointer: given.pointer)
    var kernel = [UInt8](repeating: 0, count: ksize)
    var errno: LinuxErrno?
    do throws(CopyStructError) {
      var span = kernel.mutableSpan
      var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
      try memory.copyStructFromUser(into: &target, ksize: ksize, usize: usize)
    } catch { errno = error.errno }
    return EvalAnswer(
      KernelCall.Outcome(
        errno: errno, kernelStruct: errno == nil ? kernel : nil, memory: memory.bytes,
        accesses: memory.accesses))
  }

  private static func copyStructToUser(_ given: EvalCase) throws(EvalError) -> EvalAnswer {
    let held = given.kernelStruct ?? []
    let ksize = given.ksize ?? held.count
    guard held.count <= ksize else {
      throw EvalError("kernelStruct", "\(held.count) bytes; the kernel's struct has \(ksize)")
    }
    let usize = try neededSize(given)
    var memory = PagedMemory(image(given, upTo: usize), pointer: given.pointer)
    let kernel = held + [UInt8](repeating: 0, count: ksize - held.count)
    var errno: LinuxErrno?
    do throws(Fault) {
      _ = try memory.copyStructToUser(from: unsafe kernel.span.bytes, ksize: ksize, usize: usize)
    } catch { errno = .EFAULT }
    return EvalAnswer(KernelCall.Outcome(errno: errno, memory: memory.bytes, accesses: memory.accesses))
  }

  private static func checkZeroedUser(_ given: EvalCase) throws(EvalError) -> EvalAnswer {
    try refuse(given.ksize, "ksize", "check_zeroed_user knows no struct")
    try refuse(given.kernelStruct, "kernelStruct", "check_zeroed_user knows no struct")
    let offset = given.offset ?? 0
    let length = try needed(given.length, "length", given)
    let usize = try given.usize.map { (_) throws(EvalError) in try neededSize(given) }
    var memory = PagedMemory(image(given, upTo: usize), pointer: given.pointer)
    do throws(Fault) {
      let found = try memory.checkZeroedUser(at: offset, count: length)
      var answer = EvalAnswer(KernelCall.Outcome(memory: memory.bytes, accesses: memory.accesses))
      answer.value = found == nil ? 1 : 0
      return answer
    } catch {
      return EvalAnswer(KernelCall.Outcome(errno: .EFAULT, memory: memory.bytes, accesses: memory.accesses))
    }
  }

  /// The user's size. One that is longer than any memory needs to say how much is mapped; what no address space holds
  /// faults like the longest that one does.
  private static func neededSize(_ given: EvalCase) throws(EvalError) -> Int {
    let usize = try needed(given.usize, "usize", given)
    guard usize <= UInt64(EvalCase.limit) || given.mapped != nil || given.pointer != .valid else {
      throw EvalError(
        "usize", "\(usize) is over 16 MiB, the most that is laid out; say with `mapped` how much is")
    }
    return Int(clamping: usize)
  }

  /// The memory of a case: mapped as its size says where it does not say so itself.
  private static func image(_ given: EvalCase, upTo usize: Int?) -> KernelCall.Memory {
    image(given, usize.flatMap { $0 <= EvalCase.limit ? $0 : nil })
  }

  private static func needed<T>(_ value: T?, _ key: String, _ given: EvalCase) throws(EvalError) -> T {
    guard let value else { throw EvalError(key, "missing; \(given.interface) needs it") }
    return value
  }
}
