package import ExtensibleStructs
package import KernelInterfaces

/// What is swept: an interface as one kernel should treat it, and the call that this kernel takes.
package struct Subject: Sendable {
  /// The interface.
  package let interface: Interface
  /// What the kernel is expected to do.
  package let codec: Codec
  /// A struct that the kernel takes, as long as its own.
  package let sample: [UInt8]
  /// What the kernel hands out, where it does.
  package let held: [UInt8]?
  /// The parts of which the changes are made: each integer of the struct.
  package let parts: [Part]

  /// Describes what is swept.
  package init(_ interface: Interface, _ codec: Codec, sample: [UInt8], held: [UInt8]? = nil) {
    self.interface = interface
    self.codec = codec
    self.sample = sample
    self.held = held
    parts = Part.parts(of: interface, codec)
  }

  /// One integer of the struct: a member, or one element of a member that is an array.
  package struct Part: Hashable, Sendable {
    /// The member's C name, with the element's index for an array.
    package var name: String
    /// Where it begins, in bytes.
    package var offset: Int
    /// Its length in bytes, 1 to 8.
    package var width: Int
    /// The bits that are never changed, as the call's surroundings judge them.
    package var frozen: UInt64
    /// Whether it is the size, which is changed with the memory behind it.
    package var isSize: Bool
    /// Whether it is the flags.
    package var isFlags: Bool

    /// All bits that it has.
    package var mask: UInt64 { width >= 8 ? .max : (1 << UInt64(8 * width)) - 1 }

    static func parts(of interface: Interface, _ codec: Codec) -> [Part] {
      let history = interface.history
      // Pad that no member names, as behind the last one of a union's command.
      let rest = history.layout.size..<max(history.layout.size, codec.size)
      let pad = rest.map {
        Part(name: "pad[\($0)]", offset: $0, width: 1, frozen: 0, isSize: false, isFlags: false)
      }
      return pad
        + history.layout.fields.flatMap { field -> [Part] in
          let width = min(8, field.alignment)
          let count = field.size / width
          return (0..<count).map { index in
            Part(
              name: count == 1 ? field.name : "\(field.name)[\(index)]", offset: field.offset + index * width,
              width: width,
              frozen: interface.unmodelled(
                of: IntegerMember(offset: field.offset + index * width, width: width)),
              isSize: codec.scheme.readsSizeMember && field == history.sizeMember,
              isFlags: field == history.flags?.field)
          }
        }
    }
  }

  /// Where the size comes from.
  var source: Scheme.Size.Source { codec.scheme.size.source }
  /// Whether the pointer leads to an array of structs.
  var isArray: Bool { source == .elements }
  /// The kernel's size of the struct, in bytes.
  var ksize: Int { codec.size }

  /// The lengths that the struct had or has in any release, pad included, and beyond.
  var publishedSizes: [Int] {
    let versions = interface.history.versions
    let paddedSizes = interface.behaviors.flatMap { behavior in
      versions.indices.map { behavior.scheme.wireSize(of: versions[$0].size, version: $0) }
    }
    return Set(versions.map(\.size) + paddedSizes + [ksize, interface.history.layout.size]).sorted()
  }

  /// The value of a part in the sample; 0 behind its end.
  func value(of part: Part) -> UInt64 { sample.value(at: part.offset, width: part.width) }

  /// The part that holds the flags.
  var flags: Part? { parts.first(where: \.isFlags) }
}

extension [UInt8] {
  /// The integer at an offset; bytes beyond the end are 0.
  func value(at offset: Int, width: Int) -> UInt64 {
    (0..<width).reduce(0) { value, index in
      let byte = indices.contains(offset + index) ? self[offset + index] : 0
      return value | UInt64(byte) << UInt64(8 * index)
    }
  }

  /// Writes an integer; what lies beyond the end is left out.
  mutating func set(_ value: UInt64, at offset: Int, width: Int) {
    for index in 0..<width where indices.contains(offset + index) {
      self[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
    }
  }
}
