#if arch(x86_64)
  internal import LinuxSystem

  /// This program as the first process of a kernel that the lab has booted.
  package enum Guest {
    /// Takes the process over if it is that first process, and the kernel's command line asks for it; else does
    /// nothing. The first process of a container is none of the lab's.
    ///
    /// To be called before anything else. If it takes over, it does not return: it mounts what a program
    /// expects, loads the modules, runs this program again as an ordinary process, sends what that has to say
    /// to the host, and ends the machine.
    package static func takeOverIfBooted() {
      guard CurrentProcess.id == 1, isRequested() else { return }
      do {
        try mountFileSystems()
        var link = GuestLink(try FileDescriptor(serialPort: "/dev/ttyS1"))
        do {
          try run(over: &link)
        } catch {
          try link.send(.failed, "\(error)".utf8)
        }
        link.drain()
      } catch {
        // There is no way to the host but the console; the kernel's panic over a dead init ends the wait.
        try? FileDescriptor.write(Array("extstruct boot: \(error)\n".utf8), to: 2)
        CurrentProcess.exit(1)
      }
      Machine.restart()
    }

    /// Whether the kernel's command line asks for it. Afterwards /proc is mounted if it does, and as it was if not.
    ///
    /// The environment is looked at first, since the command line cannot be read before /proc is mounted; it alone
    /// does not count, since anybody can set it.
    private static func isRequested() -> Bool {
      guard CurrentProcess.environment(GuestRequest.name) == GuestRequest.value else { return false }
      if let line = try? Files.contents(of: "/proc/cmdline") { return GuestRequest.isPart(of: line) }
      do { try Machine.mount("proc", on: "/proc") } catch {
        try? FileDescriptor.write(Array("extstruct boot: \(error)\n".utf8), to: 2)
        return false
      }
      if let line = try? Files.contents(of: "/proc/cmdline"), GuestRequest.isPart(of: line) { return true }
      Machine.unmount("/proc")
      return false
    }

    private static func mountFileSystems() throws(SystemError) {
      try Machine.mount("devtmpfs", on: "/dev")
      try Machine.mount("sysfs", on: "/sys")
      try Machine.mount("tmpfs", on: "/tmp")
    }

    private static func run(over link: inout GuestLink) throws(SystemError) {
      for path in Initramfs.strings(try Files.contents(of: Initramfs.Path.modules)) {
        do throws(SystemError) {
          try Machine.loadModule(path, compressed: !path.hasSuffix(".ko"))
        } catch {
          try link.send(.note, "\(error)".utf8)
        }
      }
      let arguments = Initramfs.strings(try Files.contents(of: Initramfs.Path.arguments))
      let environment = Initramfs.strings(try Files.contents(of: Initramfs.Path.environment))
      try link.send(.started, CurrentProcess.kernelRelease().release.utf8)
      switch try relay(arguments, environment, over: &link) {
      case .exited(let status): try link.send(.exited, "\(status)".utf8)
      case .killed(let signal), .stopped(let signal): try link.send(.killed, "\(signal)".utf8)
      }
    }
  }
#else
  /// The lab boots x86-64 kernels only; elsewhere this program is never the first process of one.
  package enum Guest {
    /// Does nothing.
    package static func takeOverIfBooted() {}
  }
#endif
