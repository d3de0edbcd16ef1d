internal import ExtensibleStructs

extension LinuxCall {
  /// Those that take a path: the empty one, which is ENOENT where the way to the file would begin.
  static let files: [LinuxCall] = [
    LinuxCall("openat2", passes: [.ENOENT], samples: { _ in ["flags": 0, "mode": 0, "resolve": 0] }) {
      resources, given in
      let path = try resources.address(of: .emptyPath)
      return Answer.closing({ () throws(Errno) in
        try Syscalls.openat2(path, given.address, size: given.usize)
      })
    },
    LinuxCall("file_setattr", passes: [.ENOENT], samples: { _ in ["fa_xflags": 0] }) { resources, given in
      let path = try resources.address(of: .emptyPath)
      return Answer.of { () throws(Errno) in try Syscalls.fileSetattr(path, given.address, size: given.usize)
      }
    },
    LinuxCall("file_getattr") { resources, given in
      let path = try resources.address(of: .root)
      return Answer.of { () throws(Errno) in try Syscalls.fileGetattr(path, given.address, size: given.usize)
      }
    },
    // The file is this program's.
    LinuxCall("cachestat", samples: { _ in ["off": 0, "len": 0] }) { resources, given in
      let file = try resources.file("/proc/self/exe").rawValue
      let counts = try resources.address(of: .counts)
      return Answer.of { () throws(Errno) in
        try Syscalls.cachestat(file, given.address, into: counts, flags: given.flags)
      }
    },
  ]

  /// Those about mounts: of no path, of a mount that there is not.
  static let mounts: [LinuxCall] = [
    // EBADF is for the user namespace of MOUNT_ATTR_IDMAP. Where nothing is to be changed, there is no error.
    LinuxCall(
      "mount_setattr", passes: [.ENOENT, .EBADF],
      samples: { _ in ["attr_set": 1, "attr_clr": 2, "propagation": 0, "userns_fd": 0x7fff_ffff] }
    ) { resources, given in
      let path = try resources.address(of: .emptyPath)
      return Answer.of { () throws(Errno) in
        try Syscalls.mountSetattr(path, given.address, size: given.usize)
      }
    },
    // ENOENT is for the mount, EBADF for the namespace's descriptor, EINVAL for one that is something else.
    LinuxCall("statmount", passes: [.ENOENT, .EBADF], samples: { _ in requestSamples }) { resources, given in
      let buffer = try resources.address(of: .buffer)
      return Answer.of { () throws(Errno) in
        try Syscalls.statmount(
          given.address, into: buffer, count: CallResources.bufferSize, flags: given.flags)
      }
    },
    LinuxCall("listmount", passes: [.ENOENT, .EBADF], samples: { _ in requestSamples }) { resources, given in
      let buffer = try resources.address(of: .buffer)
      return Answer.of { () throws(Errno) in
        try Syscalls.listmount(
          given.address, into: buffer, count: CallResources.bufferSize / 8, flags: given.flags)
      }
    },
    LinuxCall("ns_mnt_get_info") { resources, given in
      try resources.infoIoctl(resources.file("/proc/self/ns/mnt"), .read, type: 0xb7, number: 10, given)
    },
  ]

  private static let requestSamples: [String: UInt64] = [
    "mnt_ns_fd": 0, "mnt_id": 0x7fff_ffff_ffff_ff00, "param": 0x7fff_ffff_ffff_ff00, "mnt_ns_id": 0,
  ]
}
