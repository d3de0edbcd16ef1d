public import LinuxSystem

extension RunningKernel {
  /// The running kernel's own types, in BTF: the file `/sys/kernel/btf/vmlinux`.
  ///
  /// - Throws: ``SystemError``: ENOENT for a kernel that was built without them.
  public static func typeInformation() throws(SystemError) -> [UInt8] {
    try Files.contents(of: "/sys/kernel/btf/vmlinux")
  }
}
