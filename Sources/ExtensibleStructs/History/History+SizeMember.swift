extension History {
  /// The same history with a `u64 size` at the end of the first version, where the pad would have begun; it is called
  /// `struct_size` where a member is called `size` already.
  ///
  /// This is the form proposed for `kvm_userspace_memory_region2`: VER0 grows by 8 bytes and every extension
  /// moves by as much. A history that has a size member already is returned as it is.
  ///
  /// - Throws: ``DeclarationError`` if the struct would become too long, or a version ends off a multiple of 8.
  public func withSizeMember() throws(DeclarationError) -> History {
    guard sizeMember == nil else { return self }
    let at = versions[0].size
    if let odd = versions.first(where: { $0.size % 8 != 0 }) {
      throw DeclarationError(
        self.name, .noPlaceForSize(odd.name), field: layout.field(containing: odd.size - 1)?.name,
        byte: odd.size)
    }
    // A member that is called `size` and was not declared as the size is something else, such as the length of memory.
    let name = ["size", "struct_size", "usize"].first { layout.field($0) == nil } ?? "struct_usize"
    let size = Field(name, offset: at, size: 8)
    let fields = layout.fields.map { field in
      var moved = field
      if field.offset >= at { moved.offset += size.size }
      return moved
    }
    let moved = versions.map { Version($0.name, size: $0.size + size.size, gate: $0.gate) }
    return try History(
      Layout(self.name, fields: fields + [size]), versions: moved, flags: flags, sizeMember: size)
  }

  /// The history as the struct is on the wire under `scheme`: with a size member, where the scheme reads one.
  ///
  /// - Throws: ``SchemeError`` if the struct would become too long.
  package func wire(for scheme: Scheme) throws(SchemeError) -> History {
    guard scheme.readsSizeMember else { return self }
    do { return try withSizeMember() } catch { throw SchemeError(name, .declaration(error)) }
  }
}
