extension Lab {
  /// Where bytes of the guest's program go on the host.
  public enum Stream: Int32, Sendable {
    /// Standard output.
    case output = 1
    /// Standard error.
    case error = 2
  }

  /// Writes bytes as they are; a console that takes text would change what is no UTF-8.
  public static func write(_ bytes: [UInt8], to stream: Stream) throws {
    try System.write(bytes, to: stream.rawValue)
  }
}
