#if arch(x86_64)
  internal import LinuxSystem

  extension Guest {
    /// Runs this program with those arguments, and sends on what it writes until it has ended.
    static func relay(
      _ arguments: [String], _ environment: [String], over link: inout GuestLink
    ) throws(SystemError) -> ChildEvent {
      let input = try FileDescriptor(opening: "/dev/null", .readOnly)
      let outputPipe = try Pipe()
      let errorPipe = try Pipe()
      // It is waited for below, with the machine's other processes.
      let program = try ChildProcess(
        Initramfs.Path.program, ["extstruct"] + arguments, environment: environment,
        descriptors: [input.rawValue, outputPipe.writing.rawValue, errorPipe.writing.rawValue], tied: false
      ).take()
      let output = outputPipe.closeWriting()
      let error = errorPipe.closeWriting()
      try output.makeNonblocking()
      try error.makeNonblocking()

      let kinds: [Int32: Frame.Kind] = [output.rawValue: .output, error.rawValue: .error]
      var open = [output.rawValue, error.rawValue]
      var end: ChildEvent?
      // A process that the program has left behind may hold the pipes; it is not waited for.
      while end == nil || !open.isEmpty {
        let ready = try FileDescriptor.poll(open, milliseconds: end != nil ? 0 : open.isEmpty ? 20 : 200)
        if end != nil && ready.isEmpty { break }
        for descriptor in ready {
          guard let bytes = try FileDescriptor.read(descriptor, limit: Frame.maximum) else { continue }
          if bytes.isEmpty {
            open.removeAll { $0 == descriptor }
          } else {
            try link.send(kinds[descriptor] ?? .output, bytes)
          }
        }
        // The first process inherits every orphan of the machine.
        while let ended = ChildEvent.ended() { if ended.process == program { end = ended.event } }
        if ready.isEmpty { try link.send(.alive, []) }
      }
      return end ?? .exited(0)
    }
  }

  /// The way from the guest to the host.
  struct GuestLink: ~Copyable {
    private let port: FileDescriptor
    private var sequence: UInt32 = 0

    init(_ port: consuming FileDescriptor) { self.port = port }

    mutating func send(_ kind: Frame.Kind, _ payload: some Sequence<UInt8>) throws(SystemError) {
      let frame = Frame(kind, payload.prefix(Frame.maximum))
      try port.write(frame.encoded(sequence: sequence))
      sequence &+= 1
    }

    borrowing func drain() { port.drain() }
  }
#endif
