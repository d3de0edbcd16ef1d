internal import ExtensibleStructs
internal import Glibc

extension SystemError {
  /// What to do about it, for the causes that are common.
  public var advice: String? {
    let device = operation.hasPrefix("open(/dev/kvm")
    let faults = operation.hasPrefix("userfaultfd")
    let traces = operation.hasPrefix("ptrace(")
    if operation.hasPrefix("finit_module("), let advice = moduleAdvice { return advice }
    return switch errno {
    case .EPERM where traces, .EACCES where traces, .ENOSYS where traces:
      "a container's filter, another tracer, SELinux or the sysctl kernel.yama.ptrace_scope withholds it"
    case .EAGAIN where operation == "fork": "raise the limit of processes (ulimit -u)"
    case LinuxErrno(rawValue: ECHILD) where operation == "waitpid":
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

  /// What a kernel means that does not load a module.
  private var moduleAdvice: String? {
    switch errno {
    case .ENOENT: "it needs what the kernel and the modules before it do not have"
    case LinuxErrno(rawValue: ENOEXEC): "it is no module, or one of another kernel"
    case .EOPNOTSUPP where operation.hasSuffix(".ko)"): "the processor lacks what it is for"
    case .EOPNOTSUPP: "this kernel does not unpack modules (CONFIG_MODULE_DECOMPRESS)"
    default: nil
    }
  }
}
