internal import ExtensibleStructs

/// How one interface is called on the running kernel, with everything but the struct valid and harmless.
struct LinuxCall: Sendable {
  /// What the case decides of a call.
  struct Arguments: Sendable {
    /// Where the struct is, or is said to be.
    var address: UInt64
    /// The size, or the number of elements, where it travels outside the struct.
    var usize: UInt64
    /// The flags that are an argument of the call.
    var flags: UInt64
  }

  /// What the kernel answered.
  struct Answer: Sendable {
    /// Nil for success.
    var errno: Errno?
    /// What the size's own word holds afterwards, where there is one.
    var usize: UInt64?
  }

  /// The interface's name in the catalog.
  let interface: String

  /// The errors with which the kernel stops a call behind all that the catalog describes: each counts as
  /// success, and leaves nothing behind.
  let passes: Set<Errno>

  /// Values of members by C name with which the kernel takes the struct.
  let samples: @Sendable (CallResources) throws -> [String: UInt64]

  /// The kernel's size of the struct where it is up to the machine and not to the release.
  let machineSize: (@Sendable (CallResources) throws -> Int)?

  /// Makes the call on raw memory.
  let call: @Sendable (CallResources, Arguments) throws -> Answer

  init(
    _ interface: String, passes: Set<Errno> = [],
    samples: @escaping @Sendable (CallResources) throws -> [String: UInt64] = { _ in [:] },
    machineSize: (@Sendable (CallResources) throws -> Int)? = nil,
    call: @escaping @Sendable (CallResources, Arguments) throws -> Answer
  ) {
    self.interface = interface
    self.passes = passes
    self.samples = samples
    self.machineSize = machineSize
    self.call = call
  }

  /// Every interface that can be called. There is none of iommufd, VFIO and DRM, which take a device.
  static let all: [LinuxCall] = scheduler + machine + files + mounts + processes + others
}

extension LinuxCall.Answer {
  /// Makes a call whose result means nothing beyond success.
  static func of(_ body: () throws(Errno) -> Int64) -> Self {
    do throws(Errno) { _ = try body() } catch { return Self(errno: error) }
    return Self()
  }

  /// Makes a call that returns a new descriptor, and closes it.
  static func closing(_ body: () throws(Errno) -> Int64) -> Self {
    of { () throws(Errno) in
      let answer = try body()
      _ = FileDescriptor(owning: Int32(truncatingIfNeeded: answer))
      return answer
    }
  }
}
