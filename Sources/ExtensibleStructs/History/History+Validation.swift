extension History {
  /// What a reviewer checks of the versions and of the size and the flags member.
  func check() throws(DeclarationError) {
    guard let first = versions.first else { throw DeclarationError(name, .noVersions) }
    guard first.gate == 0 else { throw DeclarationError(name, .gatedFirstVersion) }
    try checkVersions()
    if let flags {
      try checkMember(flags.field, within: first)
      try check(flags)
    }
    if let sizeMember {
      try checkMember(sizeMember, within: first)
      guard sizeMember != flags?.field else {
        throw DeclarationError(name, .sizeIsFlags, field: sizeMember.name, byte: sizeMember.offset)
      }
    }
    if let stray = layout.fields.first(where: {
      $0.offset >= versions[versions.count - 1].size && !$0.isReserved
    }
    ) {
      throw DeclarationError(name, .unpublished, field: stray.name, byte: stray.offset)
    }
  }

  private func checkVersions() throws(DeclarationError) {
    var end = 0
    var names: Set<String> = []
    for version in versions {
      guard names.insert(version.name).inserted else {
        throw DeclarationError(name, .duplicateVersion(version.name), byte: version.size)
      }
      guard version.size > end else {
        throw DeclarationError(name, .versionDoesNotGrow(version.name), byte: version.size)
      }
      guard version.size <= layout.size else {
        throw DeclarationError(
          name, .versionBeyondStruct(version.name, size: layout.size), byte: version.size)
      }
      if let cut = layout.field(containing: version.size), cut.offset != version.size {
        throw DeclarationError(name, .versionCutsField(version.name), field: cut.name, byte: version.size)
      }
      guard version.size % layout.alignment == 0 else {
        throw DeclarationError(
          name, .versionMisaligned(version.name, to: layout.alignment),
          field: layout.field(containing: version.size - 1)?.name, byte: version.size)
      }
      try checkGate(of: version)
      end = version.size
    }
  }

  private func check(_ flags: FlagsField) throws(DeclarationError) {
    func refuse(_ cause: DeclarationError.Cause) -> DeclarationError {
      DeclarationError(name, cause, field: flags.field.name, byte: flags.field.offset)
    }
    let beyond = flags.known & ~flags.field.valueMask
    guard beyond == 0 else { throw refuse(.impossibleFlags(beyond)) }
    let known = knownFlags(version: versions.count - 1)
    for conflict in flags.conflicts {
      let unknown = (conflict.bits | conflict.excluded) & ~known
      guard unknown == 0 else { throw refuse(.unknownConflict(unknown)) }
    }
  }

  private func checkGate(of version: Version) throws(DeclarationError) {
    guard version.gate != 0 else { return }
    guard let flags else { throw DeclarationError(name, .noFlagsField, byte: version.size) }
    guard version.gate & ~flags.field.valueMask == 0 else {
      throw DeclarationError(
        name, .impossibleGate(version.name, version.gate), field: flags.field.name, byte: flags.field.offset)
    }
  }

  private func checkMember(_ field: Field, within first: Version) throws(DeclarationError) {
    guard layout.field(at: field.offset) == field else {
      throw DeclarationError(name, .noSuchField, field: field.name, byte: field.offset)
    }
    guard field.alignment == field.size, [1, 2, 4, 8].contains(field.size) else {
      throw DeclarationError(name, .notAnInteger, field: field.name, byte: field.offset)
    }
    guard field.range.upperBound <= first.size else {
      throw DeclarationError(name, .outsideFirstVersion, field: field.name, byte: field.offset)
    }
  }
}

extension Field {
  /// The values that the member can hold if it is an integer: all ones in its width.
  var valueMask: UInt64 { size >= 8 ? .max : (1 << UInt64(size * 8)) - 1 }
}
