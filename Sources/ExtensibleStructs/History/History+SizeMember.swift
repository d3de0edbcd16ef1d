extension History {
  /// The same history with a `u64 size` at the end of the first version, where the pad would have begun.
  ///
  /// This is the form proposed for `kvm_userspace_memory_region2`: VER0 grows by 8 bytes and every extension
  /// moves by as much. A history that has a size member already is returned as it is.
  ///
  /// - Throws: ``DeclarationError`` if a member is called `size` but was not declared as the size member, or
  ///   the struct would become too long.
  public func withSizeMember() throws(DeclarationError) -> History {
    guard sizeMember == nil else { return self }
    let at = versions[0].size
    let size = Field("size", offset: at, size: 8)
    let fields = layout.fields.map { field in
      var moved = field
      if field.offset >= at { moved.offset += size.size }
      return moved
    }
    let moved = versions.map { Version($0.name, size: $0.size + size.size, gate: $0.gate) }
    return try History(
      Layout(name, fields: fields + [size]), versions: moved, flags: flags, sizeMember: size)
  }
}
