import ExtensibleStructs
import KVMBackend
import LinuxSystem
import RunningKernel

/// The running kernel as one that cells of a struct's matrix can be put to, or why it is not.
package enum RunningReplay: Sendable {
  /// It can be asked.
  case available(any Matrix.Replay)
  /// It cannot, for this reason, which is no fault.
  case unavailable(String)

  /// The way to put cells of the struct `structure` to the running kernel.
  ///
  /// - Throws: what the kernel answered, unless that says that the call or its device is not there or not allowed.
  package static func of(_ structure: String) throws -> RunningReplay {
    guard let make = makers[structure] else {
      return .unavailable(
        "cells are put to the running kernel for \(makers.keys.sorted().joined(separator: " and ")); "
          + "`extstruct verify` compares the calls of other structs with the simulated ones")
    }
    do {
      return .available(try make())
    } catch let error as SystemError where RunningKernel.unavailableErrnos.contains(error.errno) {
      return .unavailable("\(error)")
    } catch KVMError.system(let error) where RunningKernel.unavailableErrnos.contains(error.errno) {
      return .unavailable("\(error)")
    }
  }

  private static let makers: [String: @Sendable () throws -> any Matrix.Replay] = [
    "kvm_userspace_memory_region": { try KVMReplay() },
    "sched_attr": { try SchedulerReplay() },
  ]
}
