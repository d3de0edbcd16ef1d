internal import ExtensibleStructs

extension RunningKernel {
  /// The running kernel's own types, in BTF: the file `/sys/kernel/btf/vmlinux`.
  ///
  /// - Throws: ``SystemError``: ENOENT for a kernel that was built without them.
  public static func typeInformation() throws(SystemError) -> [UInt8] {
    let path = "/sys/kernel/btf/vmlinux"
    let number = try SystemError.naming("open(\(path))") { () throws(Errno) in
      try Syscalls.open(path, 0o2000000)
    }
    let file = FileDescriptor(owning: number)
    let chunk = try Mapping(length: 1 << 20)
    var bytes: [UInt8] = []
    while true {
      let count = try SystemError.naming("read(\(path))") { () throws(Errno) in
        try Syscalls.read(file.rawValue, chunk.address, chunk.length)
      }
      guard count > 0 else { return bytes }
      bytes += try chunk.read(at: 0, count: count)
    }
  }
}
