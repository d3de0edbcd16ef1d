import ExtensibleStructs

/// Judges by comparing what the kernel saw with what the user set; it knows nothing of schemes.
struct Judge {
  let extensions: [Extension]
  /// The members of the first version that callers set. Flags are compared as bits; the size is the kernel's business,
  /// which may take 0 for the first version and put back what it read first.
  let base: [Field]
  /// The bytes that they lie in.
  let head: Range<Int>
  let flags: Field?
  /// The flag bits that each version knows.
  let known: [UInt64]

  init(_ history: History) {
    extensions = history.extensions
    base = history.baseFields.filter { $0 != history.flags?.field && $0 != history.sizeMember }
    head = 0..<(base.map(\.range.upperBound).max() ?? 0)
    flags = history.flags?.field
    known = history.versions.indices.map(history.knownFlags)
  }

  /// Judges one call.
  ///
  /// - Parameters:
  ///   - caller: the caller.
  ///   - user: the caller's struct, which ends where the array does.
  ///   - kernel: the kernel's codec.
  ///   - result: what the kernel took in, or why it refused.
  ///   - seen: the kernel's struct after success.
  ///   - reach: the end of what the kernel fetched of the caller's memory, in bytes.
  func judge(
    _ caller: Matrix.User, user: [UInt8], kernel: Codec, result: Result<Received, Rejection>, seen: [UInt8],
    reach: Int
  ) -> Matrix.Judgement {
    let beyond = reach > user.count
    switch result {
    case .failure(let rejection):
      // A fetch that faulted beyond the struct has read nothing.
      if beyond, rejection.errno != .EFAULT {
        return Matrix.Judgement(verdict: .outOfBounds, rejection: rejection, bytes: [user.count..<reach])
      }
      return Matrix.Judgement(verdict: .rejected, rejection: rejection)
    case .success(let received):
      if beyond { return Matrix.Judgement(verdict: .outOfBounds, bytes: [user.count..<reach]) }
      let effect = Effect(
        caller: caller, user: user, kernel: kernel, acted: received.flags, copy: seen,
        known: known[caller.version], wanted: kernel.flags.value(in: user),
        copied: kernel.flags.value(in: seen))
      let unset = garbage(effect)
      if !unset.isEmpty { return Matrix.Judgement(verdict: .garbageRead, bytes: unset) }
      let dropped = dropped(effect)
      if !dropped.isEmpty { return Matrix.Judgement(verdict: .silentlyIgnored, bytes: dropped) }
      return Matrix.Judgement(verdict: .accepted)
    }
  }
}
