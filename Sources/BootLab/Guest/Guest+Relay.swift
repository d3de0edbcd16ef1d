#if arch(x86_64)
  extension Guest {
    /// Runs this program with those arguments, and sends on what it writes until it has ended.
    static func relay(
      _ arguments: [String], _ environment: [String], over link: inout GuestLink
    ) throws(SystemFailure) -> System.ProcessEnd {
      let input = try System.open("/dev/null")
      let output = try System.pipe()
      let error = try System.pipe()
      let program = try System.start(
        Initramfs.Path.program, ["extstruct"] + arguments, environment: environment,
        descriptors: [input, output.writing, error.writing], tied: false)
      for descriptor in [input, output.writing, error.writing] { System.close(descriptor) }

      let kinds: [Int32: Frame.Kind] = [output.reading: .output, error.reading: .error]
      for descriptor in kinds.keys { System.makeNonblocking(descriptor) }
      var open = [output.reading, error.reading]
      var end: System.ProcessEnd?
      // A process that the program has left behind may hold the pipes; it is not waited for.
      while end == nil || !open.isEmpty {
        let ready = try System.poll(open, milliseconds: end != nil ? 0 : open.isEmpty ? 20 : 200)
        if end != nil && ready.isEmpty { break }
        for descriptor in ready {
          guard let bytes = try System.read(descriptor, limit: Frame.maximum) else { continue }
          if bytes.isEmpty {
            open.removeAll { $0 == descriptor }
          } else {
            try link.send(kinds[descriptor] ?? .output, bytes)
          }
        }
        // The first process inherits every orphan of the machine.
        while let ended = System.reap() { if ended.process == program { end = ended.end } }
        if ready.isEmpty { try link.send(.alive, []) }
      }
      return end ?? .exited(0)
    }
  }

  /// The way from the guest to the host.
  struct GuestLink {
    private let port: Int32
    private var sequence: UInt32 = 0

    init(_ port: Int32) { self.port = port }

    mutating func send(_ kind: Frame.Kind, _ payload: some Sequence<UInt8>) throws(SystemFailure) {
      let frame = Frame(kind, payload.prefix(Frame.maximum))
      try System.write(frame.encoded(sequence: sequence), to: port)
      sequence &+= 1
    }

    func drain() { System.drain(port) }
  }
#endif
