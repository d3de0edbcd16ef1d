internal import LinuxSystem

/// The time in which one guest lives: listens to it until its program has ended, or it is given up.
struct Session: ~Copyable {
  private let guest: Emulator
  private let signals: Int32
  private let patience: Int
  private let now: () -> ContinuousClock.Instant

  private var decoder = FrameDecoder()
  private var console = ConsoleTail(limit: 30)
  private var complaints = ConsoleTail(limit: 10)
  private var started = false
  private var lastSign: ContinuousClock.Instant

  init(
    _ guest: consuming Emulator, signals: Int32, patience: Int,
    now: @escaping () -> ContinuousClock.Instant = { .now }
  ) {
    self.guest = guest
    self.signals = signals
    self.patience = patience
    self.now = now
    lastSign = now()
  }

  /// Delivers what comes, until the program in the guest has ended.
  consuming func run(_ deliver: (Lab.Event) throws -> Void) throws -> Lab.End {
    var open = [guest.link.rawValue, guest.console.rawValue, guest.complaints.rawValue]
    while !open.isEmpty {
      let left = .seconds(patience) - (now() - lastSign)
      guard left > .zero else {
        throw BootError.silent(seconds: patience, started: started, aftermath)
      }
      let milliseconds = min(Int64(left / .milliseconds(1)) + 1, Int64(Int32.max))
      let ready = try FileDescriptor.poll(open + [signals], milliseconds: Int32(milliseconds))
      if ready.contains(signals) { throw BootError.interrupted }
      for descriptor in ready {
        let bytes = try FileDescriptor.read(descriptor) ?? []
        if bytes.isEmpty { open.removeAll { $0 == descriptor } }
        switch descriptor {
        case guest.link.rawValue:
          decoder.append(bytes)
          if let end = try takeFrames(atEnd: bytes.isEmpty, deliver) { return end }
          // A kernel that numbers its ports otherwise has its console here.
          console.append(decoder.takeNoise())
        case guest.console.rawValue:
          let lines = console.append(bytes)
          if !started && lines > 0 { try deliver(.booting(lines: lines)) }
        default:
          complaints.append(bytes)
        }
      }
    }
    throw BootError.ended(started: started, aftermath)
  }

  private mutating func takeFrames(atEnd: Bool, _ deliver: (Lab.Event) throws -> Void) throws -> Lab.End? {
    while true {
      let frame: Frame?
      do throws(FrameDecoder.Gap) { frame = try decoder.next(atEnd: atEnd) } catch { throw BootError.damaged }
      guard let frame else { return nil }
      let text = String(decoding: frame.payload, as: UTF8.self)
      switch frame.kind {
      case .started:
        started = true
        try deliver(.started(release: text))
      case .output: try deliver(.output(frame.payload))
      case .error: try deliver(.error(frame.payload))
      case .note: try deliver(.note("in the guest: \(text)"))
      case .alive: break
      case .exited: return .exited(Int32(text) ?? -1)
      case .killed: return .killed(signal: Int32(text) ?? 0)
      case .failed: throw BootError.guest(text)
      }
      // Read anew after the delivery: that our own reader is slow is not the guest's silence.
      lastSign = now()
    }
  }

  private var aftermath: BootError.Aftermath {
    BootError.Aftermath(panic: console.panic, console: console.last, emulator: complaints.last)
  }
}
