/// A line on standard error that tells how far a long piece of work is: only on a terminal, only after two
/// seconds, rewritten at most ten times a second, and gone when the work is done.
///
/// ``advance()`` may stand in a hot loop: it counts down and looks at the clock seldom, more often the slower
/// the loop is.
package struct Progress: ~Copyable {
  private let label: String
  private let total: Int?
  private let sink: ByteSink
  private let width: Int
  private let now: () -> ContinuousClock.Instant
  private let start: ContinuousClock.Instant
  private var lastLook: ContinuousClock.Instant
  private var nextShow: ContinuousClock.Instant
  private var stride = 1
  private var done = 0

  @usableFromInline var countdown: Int

  /// Starts the work.
  ///
  /// - Parameters:
  ///   - label: What is done, such as "Calling".
  ///   - total: How many steps there are, if that is known.
  ///   - console: The console on whose standard error the line appears.
  ///   - now: The clock.
  package init(
    _ label: String, total: Int? = nil, on console: borrowing Console,
    now: @escaping () -> ContinuousClock.Instant = { .now }
  ) {
    self.label = label
    self.total = total
    self.sink = console.error
    self.width = console.statusWidth ?? 0
    self.now = now
    self.start = now()
    self.lastLook = start
    self.nextShow = start + .seconds(2)
    self.countdown = console.statusWidth == nil ? .max : 1
  }

  deinit { if sink.holdsStatusLine { sink.showStatusLine(nil) } }

  /// Counts one step as done.
  @inlinable
  package mutating func advance() {
    countdown &-= 1
    if countdown <= 0 { look() }
  }

  /// Ends the work and erases the line; so does the end of the value's life.
  package consuming func finish() {}

  /// Looks at the clock, sets how many steps to let pass until the next look, and rewrites the line if it is time.
  @usableFromInline
  mutating func look() {
    done += stride
    let time = now()
    let pause = time - lastLook
    lastLook = time
    if pause < .milliseconds(5) {
      stride = min(stride * 2, 1 << 12)
    } else if pause > .milliseconds(20) {
      stride = max(stride / 8, 1)
    }
    countdown = stride
    guard time >= nextShow else { return }
    nextShow = time + .milliseconds(100)
    sink.showStatusLine(line(at: time))
  }

  private func line(at time: ContinuousClock.Instant) -> String {
    let seconds = (time - start).components.seconds
    var line = "\(label): \(done)"
    if let total, total > 0 { line += " of \(total) (\(Int(min(1, Double(done) / Double(total)) * 100))%)" }
    line += ", \(seconds) s"
    // The last column stays free, for a terminal that would go to the next line.
    return String(line.prefix(max(0, width - 1)))
  }
}
