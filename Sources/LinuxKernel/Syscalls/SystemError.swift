public import ExtensibleStructs
internal import Glibc

/// A request to the kernel that failed: what was asked, and the errno it answered.
public struct SystemError: Error, Hashable, Sendable {
  /// What was asked, such as `ioctl(KVM_CREATE_VM)` or `open(/dev/kvm)`.
  public var operation: String
  /// What the kernel answered.
  public var errno: Errno

  /// Makes an error from what was asked and what was answered.
  public init(_ operation: String, _ errno: Errno) {
    self.operation = operation
    self.errno = errno
  }

  /// Runs a bare call, and names the operation if it fails.
  static func naming<R>(
    _ operation: @autoclosure () -> String, _ body: () throws(Errno) -> R
  ) throws(SystemError) -> R {
    do { return try body() } catch { throw SystemError(operation(), error) }
  }
}

extension SystemError: CustomStringConvertible {
  /// The operation, the errno by name, and what to do where that is known.
  public var description: String {
    let advice = advice.map { "; \($0)" } ?? ""
    return "\(operation): \(errno)\(advice)"
  }

  /// What to do about it, for the causes that are common.
  public var advice: String? {
    let device = operation.hasPrefix("open(/dev/kvm")
    let faults = operation.hasPrefix("userfaultfd")
    let traces = operation.hasPrefix("ptrace(")
    return switch errno {
    case .EPERM where traces, .EACCES where traces, .ENOSYS where traces:
      "a container's filter, another tracer, SELinux or the sysctl kernel.yama.ptrace_scope withholds it"
    case .EAGAIN where operation == "fork": "raise the limit of processes (ulimit -u)"
    case Errno(rawValue: ECHILD) where operation == "waitpid":
      "this process ignores SIGCHLD, or another part of it waits for every child"
    case .EPERM where faults: "run as root, or set the sysctl vm.unprivileged_userfaultfd to 1"
    case .ENOSYS where faults: "this kernel was built without CONFIG_USERFAULTFD, or a filter hides it"
    case .ENOENT where device: "load the kvm module, or run where /dev/kvm exists"
    case .EACCES where device: "join the group that owns /dev/kvm (often kvm), or run as root"
    case .EPERM where device: "the container or its security policy withholds /dev/kvm"
    case .ENODEV where device, .ENXIO where device:
      "the kvm module finds no virtualization here: turn it on in the firmware or the hypervisor"
    case .ENOTTY: "this kernel, or this kind of descriptor, does not know that request"
    case .EMFILE: "raise the limit of open files (ulimit -n)"
    case .ENOMEM: "free memory, or raise the limit of locked memory (ulimit -l)"
    case .ENOSYS: "this kernel, or a filter in front of it, lacks that call"
    case .EBADF: "the descriptor is not open"
    default: nil
    }
  }
}
