extension Layout {
  /// The layout of a Swift struct of fixed-width members, or of a C struct imported from a header.
  ///
  /// Names become C names: `guestMemfdOffset` is `guest_memfd_offset`, and `notifyFD` is `notify_fd`; those of a C
  /// struct are kept. An embedded struct contributes its own members, as `region.slot`, and so does each element of
  /// an array of structs, as `ranges[2].flags`.
  ///
  /// - Parameters:
  ///   - type: the struct.
  ///   - name: its C name.
  /// - Throws: ``DeclarationError`` if a member is not of fixed width, for bytes of a C struct that Swift does not
  ///   import, or for anything that ``init(_:fields:)`` refuses.
  public init<S: DeclaredStruct>(of type: S.Type, named name: String)
    throws(DeclarationError)
  {
    try self.init(of: type, named: name, members: [])
  }

  /// The same, with members that are declared by their place or by another name.
  init<S: DeclaredStruct>(
    of type: S.Type, named name: String, members: [DeclarationList.Member]
  ) throws(DeclarationError) {
    let size = MemoryLayout<S>.size
    guard size <= Layout.maximumSize else { throw DeclarationError(name, .impossibleSize) }
    var reflection = Reflection(of: type, named: name, members)
    try reflection.addMembers(of: type, at: 0)
    // Codecs copy the bytes of values.
    guard _isPOD(type) else { throw DeclarationError(name, .notFixedWidth("\(type)")) }
    do {
      try self.init(name, fields: try reflection.fields(inside: size))
    } catch {
      throw reflection.explained(error, size: size)
    }
    guard self.size == size else {
      let cause: DeclarationError.Cause =
        reflection.isImported ? .notImported(bytes: size - self.size) : .notAsDeclared
      throw DeclarationError(name, cause, byte: min(self.size, size))
    }
  }

  /// `guestMemfdOffset` as C writes it: `guest_memfd_offset`.
  ///
  /// A run of capitals is one word: `notifyFD` is `notify_fd`, `useTLSKey` is `use_tls_key`. One small letter behind it
  /// belongs to it: `maxFDs` is `max_fds`, `IPv6Addr` is `ipv6_addr`. Digits belong to what stands in front of them.
  static func snakeCase(_ label: String) -> String {
    let letters = Array(label)
    var name = ""
    for (index, letter) in letters.enumerated() {
      if letter.isUppercase, index > 0, letters[index - 1] != "_" {
        let isRun = letters[index - 1].isUppercase
        let small = letters[(index + 1)...].prefix { $0.isLowercase }.count
        // The last capital of a run begins a word, if a word of small letters follows.
        if !isRun || small > 1 { name.append("_") }
      }
      name.append(contentsOf: letter.lowercased())
    }
    return name
  }
}
