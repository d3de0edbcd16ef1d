extension CallShape {
  /// The entry into the kernel.
  public enum Entry: Hashable, Sendable {
    /// A system call of its own.
    case systemCall(SystemCallNumber)
    /// An ioctl on some file.
    case ioctl(Ioctl)

    /// An ioctl on `file`, by the parts of its number.
    ///
    /// - Parameters:
    ///   - direction: which way the bytes go, by the number.
    ///   - size: what the number's size bits hold where they are not the user's size; 0 for `_IO`.
    ///
    /// The corresponding C function is `_IOC`.
    public static func ioctl(
      on file: File, _ direction: IoctlNumber.Direction = [], type: UInt8, number: UInt8, size: Int = 0
    ) -> Entry {
      .ioctl(Ioctl(file: file, direction: direction, type: type, number: number, size: size))
    }
  }

  /// An ioctl: the file it is made on, and the parts of its number.
  public struct Ioctl: Hashable, Sendable {
    /// The file it is made on.
    public var file: File
    /// Which way the bytes go, by the number. The corresponding C function is `_IOC_DIR`.
    public var direction: IoctlNumber.Direction
    /// Whose the ioctl is. The corresponding C function is `_IOC_TYPE`.
    public var type: UInt8
    /// Which of that type's ioctls it is. The corresponding C function is `_IOC_NR`.
    public var number: UInt8
    /// What the size bits hold where they are not the user's size. The corresponding C function is `_IOC_SIZE`.
    public var size: Int

    /// Describes an ioctl by the parts of its number.
    public init(
      file: File, direction: IoctlNumber.Direction = [], type: UInt8, number: UInt8, size: Int = 0
    ) {
      self.file = file
      self.direction = direction
      self.type = type
      self.number = number
      self.size = size
    }

    /// The ioctl's number.
    ///
    /// - Parameter usize: the user's size, where it travels in the number; nil where it does not.
    /// - Returns: nil for a size that does not fit the number's 14 bits.
    ///
    /// The corresponding C function is `_IOC`.
    public func command(usize: UInt64?) -> IoctlNumber? {
      guard let size = usize.map({ Int(exactly: $0) }) ?? size else { return nil }
      return IoctlNumber(direction, type: type, number: number, size: size)
    }

    /// The arguments of the system call `ioctl`.
    var arguments: [Argument] {
      [
        Argument("fd", .unsignedInt, .value(.file(file))), Argument("cmd", .unsignedInt, .command),
        Argument("arg", .unsignedLong, .structure),
      ]
    }
  }

  /// A file that a call needs, by what has to be done to get it.
  public enum File: Hashable, Sendable {
    /// An existing file or device, opened for reading (`O_RDONLY | O_CLOEXEC`), and for writing too if asked for.
    case path(String, isWritable: Bool = false)
    /// A descriptor of this process, as `pidfd_open` makes it.
    case thisProcess
    /// A virtual machine without memory and without a processor, as `KVM_CREATE_VM` makes it; with the interrupt
    /// controllers of a PC if asked for (`KVM_CREATE_IRQCHIP`), and its timer (`KVM_CREATE_PIT2`), where the
    /// architecture has them.
    case virtualMachine(interruptController: Bool = false, timer: Bool = false)
    /// The one processor of such a machine, as `KVM_CREATE_VCPU` makes it. It has not run.
    case virtualProcessor
    /// A ring of `io_uring_setup` with one entry, and no flag set.
    case ring
    /// A listener for the notifications of a `seccomp` filter that allows everything. The thread that had the filter has
    /// ended, so that there is no notification.
    case seccompListener
    /// One of two mount namespaces of this process's, which are copies of its own: the first, or the one that was made
    /// next.
    case mountNamespace(isNext: Bool)
    /// A set of files to wait for, with none in it, as `epoll_create1` makes it.
    case epoll
    /// What `userfaultfd` makes, before `UFFDIO_API`.
    case userFault
    /// A TCP socket that is not connected.
    case tcpSocket
    /// A set of rules of `landlock_create_ruleset` on files, and on ports where the kernel knows them.
    case landlockRuleset
    /// One that the package has no way to make: what it needs, in words.
    case unavailable(String)
  }
}
