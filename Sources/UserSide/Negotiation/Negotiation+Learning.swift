import ExtensibleStructs
public import KernelInterfaces

extension Negotiation {
  /// Learns from what the kernel answered to ``attempt``.
  ///
  /// An answer after the end changes nothing.
  public mutating func learn(_ outcome: KernelCall.Outcome) {
    switch step {
    case .attempt:
      tries += 1
      learnOfCall(outcome)
    case .query(let index): learn(described.queries[index].read(outcome, for: interface))
    case .agreed, .failed: break
    }
  }

  /// Learns what a query was answered; nil if the kernel gave no answer, or what it would be is not described.
  public mutating func learn(_ answer: UInt64?) {
    guard case .query(let index) = step else { return }
    answers[index] = answer
    step = .attempt
    askNext()
    guard case .attempt = step else { return }
    if let errno = lastRefusal, isAbsence(errno), hasCall == false { return goOlder(errno) }
    // What the kernel lacks by its own words is not tried.
    let lacking = features.filter { isKnown($0) == false }
    guard !lacking.isEmpty else {
      guard let errno = lastRefusal else { return }
      if described.sizeErrnos.contains(errno), refuseSize(errno, written: nil) { return }
      return judgeRefusal()
    }
    settle(lacking, .query(answers.keys.sorted().map { described.queries[$0].name }))
  }

  /// Asks the first query that was not asked, if there is any.
  mutating func askNext() {
    if let index = unasked { step = .query(index) }
  }

  /// The first query that was not asked and whose answer says something.
  private var unasked: Int? {
    described.queries.indices.first { answers[$0] == nil && !described.queries[$0].tells.isEmpty }
  }

  private mutating func learnOfCall(_ outcome: KernelCall.Outcome) {
    guard let errno = outcome.errno else { return judgeSuccess(outcome) }
    lastRefusal = errno
    if let needed = neededMore(errno, outcome) {
      neededSize = needed
      return
    }
    if described.sizeErrnos.contains(errno), shorten(errno, outcome) { return }
    let isContent = described.contentErrnos.contains(errno)
    if isAbsence(errno), !isContent { return goOlder(errno) }
    guard isContent else { return fail(errno, .refused) }
    if unasked != nil { askNext() } else { judgeRefusal() }
  }

  /// A content that was refused, once nothing more can be asked.
  private mutating func judgeRefusal() {
    guard let errno = lastRefusal else { return }
    let least = floor
    // A kernel that knows an extension knows those before it.
    // A kernel may know what it was built without.
    let suspected = features.filter { errno == .EOPNOTSUPP || isKnown($0) != true }
    let next = suspected.first { $0.isDroppable && ($0.version == nil || $0.version == least) }
    if let next {
      drop([next])
      if let own = next.version { version = max(floor, own - 1) }
      return
    }
    if isAbsence(errno), features.isEmpty { return goOlder(errno) }
    let suspects = Suspects(of: call(), errno, interface, described)
    fail(
      errno,
      .undetermined(
        suspects.all.isEmpty ? suspected.map(\.description) : suspects.all,
        isRefusedByAll: suspects.isRefusedByAll, mayLackCall: isAbsence(errno) && hasCall != true))
  }

  /// Whether a kernel that lacks the call may answer so.
  func isAbsence(_ errno: LinuxErrno) -> Bool { described.absences.contains(errno) }

  /// Goes to a shorter version that has all that is used; or leaves out what a kernel of that size lacks.
  ///
  /// - Returns: whether the errno came of the size, so that it is dealt with.
  private mutating func shorten(_ errno: LinuxErrno, _ outcome: KernelCall.Outcome) -> Bool {
    let written = writtenSize(errno, outcome)
    // The newest version that the kernel can have: by the size that it wrote, or the one in front of this.
    let newest = newestVersion(written) ?? version - 1
    if newest >= floor, version > floor {
      version = newest
      return true
    }
    guard floor > 0, newest < floor else { return false }
    // An errno alone may come of something else.
    if written == nil, unasked != nil {
      askNext()
      return true
    }
    return refuseSize(errno, written: written)
  }

  /// The newest version that is not longer than the size that the kernel wrote; nil if it wrote none.
  private func newestVersion(_ written: Int?) -> Int? {
    written.map { written in (0..<version).last { size(of: $0) <= written } ?? 0 }
  }

  /// Leaves out what a kernel lacks that refuses the least version, or says that it cannot be left out.
  ///
  /// - Returns: whether the size is the cause, as far as queries do not say otherwise.
  private mutating func refuseSize(_ errno: LinuxErrno, written: Int?) -> Bool {
    let reached = newestVersion(written) ?? floor - 1
    let lacking = features.filter { ($0.version ?? 0) > reached }
    guard reached >= 0, !lacking.isEmpty, written != nil || lacking.contains(where: { isKnown($0) != true })
    else { return false }
    if lacking.allSatisfy(\.isDroppable) {
      drop(lacking)
      version = max(floor, min(reached, version - 1))
      return true
    }
    if isAbsence(errno), !interface.older.isEmpty {
      goOlder(errno)
      return true
    }
    settle(
      lacking,
      .size(bytes: written ?? size(of: reached), version: reached, isExact: written != nil || reached == 0),
      errno: errno)
    return true
  }

  /// Drops what is lacking if the program can do without; else it is an error.
  mutating func settle(
    _ found: [UsedFeature], _ evidence: NegotiationError.Evidence, errno: LinuxErrno? = nil
  ) {
    // A kernel that lacks an extension lacks those behind it.
    let oldest = found.compactMap(\.version).min()
    let lacking = features.filter { found.contains($0) || ($0.version ?? 0) > oldest ?? .max }
    let needed = lacking.filter { !$0.isDroppable }
    guard needed.isEmpty else {
      let errno = errno ?? lastRefusal
      return fail(
        errno, .lacking(needed, evidence, mayLackCall: errno.map(isAbsence) == true && hasCall != true))
    }
    drop(lacking)
    if let oldest { version = max(floor, min(version, oldest - 1)) }
    lastRefusal = nil
  }

  mutating func fail(_ errno: LinuxErrno?, _ cause: NegotiationError.Cause) {
    step = .failed(NegotiationError(interface, errno, cause, dropped: dropped))
  }

  private mutating func judgeSuccess(_ outcome: KernelCall.Outcome) {
    lastRefusal = nil
    let lacking = notHandedBack(outcome)
    let needed = lacking.filter { !$0.isDroppable }
    guard needed.isEmpty else { return fail(nil, .lacking(needed, .handedBack, mayLackCall: false)) }
    let (sent, left) = (unproven(), lacking)
    drop(left)
    step = .agreed(
      Agreement(
        interface: interface, version: version, dropped: dropped,
        unproven: sent.filter { !left.contains($0) && isKnown($0) != true }, tries: tries, outcome: outcome))
  }
}
