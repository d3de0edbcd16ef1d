public import ExtensibleStructs

extension RunningKernel {
  /// Makes a call on memory of which a page is missing. The size has to travel inside the struct.
  ///
  /// - Returns: the errno; nil for success, or for an error behind all that the catalog describes.
  /// - Throws: ``SystemError`` ENOSYS if there is no ``LinuxCall``, or what stood in the way of the call.
  public func errno(of interface: Interface, on buffer: FaultingBuffer) throws -> Errno? {
    guard let known = LinuxCall.all.first(where: { $0.interface == interface.name }) else {
      throw SystemError("a call of \(interface.name)", .ENOSYS)
    }
    let given = LinuxCall.Arguments(address: buffer.address, usize: 0, flags: 0)
    guard let errno = try known.call(CallResources(), given).errno else { return nil }
    return known.passes.contains(errno) ? nil : errno
  }
}
