internal import CLinux
internal import ExtensibleStructs
internal import Glibc

/// A program that this process has started, in a process group of its own: when this goes, the program and all that
/// it started in its group are killed, and its end is waited for.
package struct ChildProcess: ~Copyable {
  /// Its number.
  package let id: Int32

  /// Starts a program. No signal is blocked there and none is ignored.
  ///
  /// - Parameters:
  ///   - path: the program's file.
  ///   - arguments: with the program's name first.
  ///   - environment: each `NAME=VALUE`.
  ///   - descriptors: what it gets as its 0, 1, 2 ...; it gets no other.
  ///   - tied: whether it is killed when the thread that calls this ends, however that ends.
  ///
  /// The corresponding C functions are `fork` and `execve`.
  package init(
    _ path: String, _ arguments: [String], environment: [String], descriptors: [Int32], tied: Bool
  ) throws(SystemError) {
    id = try SystemError.naming("execve(\(path))") { () throws(LinuxErrno) in
      // Sound: the counts are the arrays', and every string has its zero byte.
      Int32(
        try Syscalls.checked(
          unsafe clinux_spawn(
            path, Self.zeroTerminated(arguments), arguments.count, Self.zeroTerminated(environment),
            environment.count, descriptors, descriptors.count, tied ? SIGKILL : 0)))
    }
  }

  /// The corresponding C functions are `kill` and `waitpid`.
  deinit {
    kill(-id, SIGKILL)
    _ = try? ChildEvent.next(of: id)
  }

  /// Gives the process up: whoever takes its number has to wait for its end.
  package consuming func take() -> Int32 {
    let id = id
    discard self
    return id
  }

  /// Waits until the program itself has ended. What it started and left behind in its group is killed then.
  ///
  /// The corresponding C function is `waitpid`.
  package consuming func waitForEnd() throws(SystemError) -> ChildEvent {
    let child = take()
    defer { kill(-child, SIGKILL) }
    return try SystemError.naming("waitpid") { () throws(LinuxErrno) in try ChildEvent.next(of: child) }
  }

  private static func zeroTerminated(_ strings: [String]) -> [CChar] {
    strings.flatMap { $0.utf8.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) + [0] }
  }
}
