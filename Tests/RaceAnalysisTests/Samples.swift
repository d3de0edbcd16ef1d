import ExtensibleStructs
import KernelInterfaces
import RaceAnalysis

/// A struct of 4-byte flags and some pad in VER0, and `extensions` of 8 bytes each, behind flag bits from 1 on.
func sample(extensions: Int, base: Int = 16, width: Int = 8) throws -> History {
  var fields = [Field("flags", offset: 0, size: 4), Field("mode", offset: 4, size: 4)]
  for offset in stride(from: 8, to: base, by: 8) {
    fields.append(Field("base\(offset)", offset: offset, size: 8))
  }
  var versions = [Version("VER0", size: base)]
  for index in 0..<extensions {
    let at = base + width * index
    fields.append(Field("extra\(index + 1)", offset: at, size: width))
    versions.append(Version("VER\(index + 1)", size: at + width, gate: 2 << UInt64(index)))
  }
  return try History(
    Layout("sample", fields: fields), versions: versions, flags: FlagsField(fields[0], known: 1))
}

/// The subject with this name, of those for a history.
func subject(_ name: String, for history: History) throws -> RaceSubject {
  guard let found = RaceSubject.all(for: history).first(where: { $0.name == name }) else {
    throw InterfaceError(name, .noFacts)
  }
  return found
}
