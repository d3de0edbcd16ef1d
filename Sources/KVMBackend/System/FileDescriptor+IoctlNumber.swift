import KernelInterfaces
import LinuxSystem

extension FileDescriptor {
  /// Makes one of KVM's ioctls with an integer for its argument, again if a signal interrupts it.
  borrowing func ioctl(
    _ operation: @autoclosure () -> String, _ request: IoctlNumber, _ argument: UInt64 = 0
  ) throws(SystemError) -> Int32 {
    try ioctl(operation(), request.rawValue, argument)
  }

  /// Makes one of KVM's ioctls on a run of bytes that the kernel reads, or writes, or both.
  borrowing func ioctl(
    _ operation: @autoclosure () -> String, _ request: IoctlNumber, updating bytes: inout [UInt8]
  ) throws(SystemError) -> Int32 {
    try ioctl(operation(), request.rawValue, updating: &bytes)
  }
}
