import CommandLineKit
import Testing

/// A clock that moves only when it is told to.
private final class ManualClock {
  var time = ContinuousClock.now
  var looks = 0
  func now() -> ContinuousClock.Instant {
    looks += 1
    return time
  }
}

@Suite struct ProgressTests {
  /// Runs `steps` of equal duration and gives what stands on standard error.
  private func output(
    steps: Int, of step: Duration, total: Int? = nil, terminal: Bool = true, clock: ManualClock = .init()
  ) -> String {
    let console = Console.capturing(width: 40, terminal: terminal)
    var progress = Progress("Calling", total: total, on: console, now: clock.now)
    for _ in 0..<steps {
      clock.time += step
      progress.advance()
    }
    progress.finish()
    return console.capturedError
  }

  @Test func showsNothingWithinTwoSeconds() {
    #expect(output(steps: 19, of: .milliseconds(100)) == "")
  }

  @Test func showsNothingWithoutATerminal() {
    let clock = ManualClock()
    #expect(output(steps: 100, of: .seconds(1), terminal: false, clock: clock) == "")
    #expect(clock.looks == 1)
  }

  @Test func isRewrittenAndErased() {
    #expect(
      output(steps: 3, of: .seconds(1), total: 4)
        == "\rCalling: 2 of 4 (50%), 2 s\u{1B}[K\rCalling: 3 of 4 (75%), 3 s\u{1B}[K\r\u{1B}[K")
    #expect(output(steps: 2, of: .seconds(1)) == "\rCalling: 2, 2 s\u{1B}[K\r\u{1B}[K")
  }

  @Test func isRewrittenTenTimesASecondAtMost() {
    let lines = output(steps: 3000, of: .milliseconds(1)).split(separator: "\r")
    #expect((8...12).contains(lines.count), "\(lines.count)")
  }

  @Test func looksAtTheClockSeldomInAHotLoop() {
    let clock = ManualClock()
    _ = output(steps: 10_000_000, of: .nanoseconds(1), clock: clock)
    #expect(clock.looks < 3000)
  }

  @Test func fits() {
    let lines = output(steps: 3, of: .seconds(1_000_000_000_000), total: .max).split(separator: "\r")
    for line in lines { #expect(line.count - "\u{1B}[K".count < 40) }
  }

  @Test func makesRoomForOutput() {
    let clock = ManualClock()
    var console = Console.capturing(width: 40, terminal: true)
    var progress = Progress("Calling", on: console, now: clock.now)
    clock.time += .seconds(3)
    progress.advance()
    console.print("found one")
    let error = console.capturedError
    progress.finish()
    #expect(error == "\rCalling: 1, 3 s\u{1B}[K\r\u{1B}[K")
    #expect(console.capturedError == error)
  }
}
