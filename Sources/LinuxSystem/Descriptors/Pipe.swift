internal import ExtensibleStructs

/// The two ends of a pipe: both are closed when this goes.
package struct Pipe: ~Copyable {
  /// The end to read from.
  package let reading: FileDescriptor
  /// The end to write to.
  package let writing: FileDescriptor

  /// Makes a pipe. The corresponding C function is `pipe2`.
  package init() throws(SystemError) {
    let ends = try SystemError.naming("pipe2") { () throws(LinuxErrno) in try Syscalls.pipe() }
    reading = FileDescriptor(owning: ends.reading)
    writing = FileDescriptor(owning: ends.writing)
  }

  /// Closes the end to write to, and gives the other one away.
  package consuming func closeWriting() -> FileDescriptor { reading }
}
