import ExtensibleStructs

/// Judges by comparing what the kernel saw with what the user meant; it knows nothing of schemes.
struct Judge {
  let extensions: [Extension]

  /// Judges one call.
  ///
  /// - Parameters:
  ///   - program: the caller.
  ///   - user: the caller's struct, which ends where the array does.
  ///   - kernel: the kernel's codec.
  ///   - result: what the kernel took in, or why it refused.
  ///   - seen: the kernel's struct after success.
  ///   - accesses: how the kernel touched the caller's memory.
  func judge(
    _ program: UserProgram, user: [UInt8], kernel: Codec, result: Result<Received, Rejection>, seen: [UInt8],
    accesses: [Access]
  ) -> Judgement {
    let reach = accesses.lazy.filter(\.primitive.isFetch).map { $0.offset + $0.count }.max() ?? 0
    let beyond = reach > user.count
    switch result {
    case .failure(let rejection):
      // A fetch that faulted beyond the struct has read nothing.
      if beyond, rejection.errno != .EFAULT {
        return Judgement(verdict: .outOfBounds, rejection: rejection, bytes: [user.count..<reach])
      }
      return Judgement(verdict: .rejected, rejection: rejection)
    case .success(let received):
      if beyond { return Judgement(verdict: .outOfBounds, bytes: [user.count..<reach]) }
      let unset = garbage(program, user: user, kernel: kernel, flags: received.flags, seen: seen)
      if !unset.isEmpty { return Judgement(verdict: .garbageRead, bytes: unset) }
      let dropped = dropped(program, user: user, kernel: kernel, flags: received.flags, seen: seen)
      if !dropped.isEmpty { return Judgement(verdict: .silentlyIgnored, bytes: dropped) }
      return Judgement(verdict: .accepted)
    }
  }

  /// The bytes that the kernel acts on although the user never set them.
  ///
  /// An extension that a flag opened counts with every byte, since a flag says that its value is meant. One
  /// without a gate counts where a byte is not zero: zero means "as before".
  private func garbage(
    _ program: UserProgram, user: [UInt8], kernel: Codec, flags: UInt64, seen: [UInt8]
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in kernel.gates.indices where !program.means(index) && isOpen(index, kernel, flags) {
      for field in extensions[index].fields {
        if extensions[index].gate != 0 || seen[field.range].contains(where: { $0 != 0 }) {
          found.append(field.range)
        }
      }
    }
    return found
  }

  /// The bytes that the user meant and the kernel does not act on.
  private func dropped(
    _ program: UserProgram, user: [UInt8], kernel: Codec, flags: UInt64, seen: [UInt8]
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in extensions.indices where program.means(index) {
      let known = kernel.gates.indices.contains(index) && isOpen(index, kernel, flags)
      for field in extensions[index].fields where !known || seen[field.range] != user[field.range] {
        found.append(field.range)
      }
    }
    return found
  }

  private func isOpen(_ index: Int, _ kernel: Codec, _ flags: UInt64) -> Bool {
    let mask = kernel.gates[index].mask
    return mask == 0 || mask & flags != 0
  }
}
