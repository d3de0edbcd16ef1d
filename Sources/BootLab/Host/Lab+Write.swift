internal import LinuxSystem

extension Lab {
  /// Where bytes of the guest's program go on the host.
  package enum Stream: Int32, Sendable {
    /// Standard output.
    case output = 1
    /// Standard error.
    case error = 2
  }

  /// Writes bytes as they are; a console that takes text would change what is no UTF-8.
  ///
  /// - Throws: ``BootError/brokenPipe`` if nobody reads them.
  package static func write(_ bytes: [UInt8], to stream: Stream) throws {
    do throws(SystemError) {
      try FileDescriptor.write(bytes, to: stream.rawValue)
    } catch {
      throw error.isBrokenPipe ? BootError.brokenPipe : error
    }
  }
}
