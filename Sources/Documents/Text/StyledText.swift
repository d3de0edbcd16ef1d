/// Text of which parts are styled; a style takes no width.
///
/// Control characters, which would break a table or talk to the terminal, become U+FFFD.
package struct StyledText: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  /// A character and its styles.
  struct Glyph: Hashable, Sendable {
    var character: Character
    var styles: [Style]
    var width: Int
  }

  var glyphs: [Glyph]

  /// Makes text of one style, or of several at once.
  package init(_ text: String, _ styles: Style...) {
    glyphs = text.map { character in
      let shown: Character = character.isControl ? "\u{FFFD}" : character
      return Glyph(character: shown, styles: styles, width: shown.columns)
    }
  }

  /// Makes plain text.
  package init(stringLiteral value: String) { self.init(value) }

  init(glyphs: some Sequence<Glyph>) { self.glyphs = Array(glyphs) }

  /// The text without its styles, so that one text inside another's literal reads as it should.
  package var description: String { plain }

  /// Whether there is no character.
  package var isEmpty: Bool { glyphs.isEmpty }

  /// The characters without their styles.
  package var plain: String { String(glyphs.map(\.character)) }

  /// How many columns the text takes.
  package var width: Int { glyphs.reduce(0) { $0 + $1.width } }

  /// One text after the other.
  package static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(glyphs: left.glyphs + right.glyphs)
  }

  /// Adds text at the end.
  package static func += (left: inout StyledText, right: StyledText) { left.glyphs += right.glyphs }

  /// The text as bytes for a terminal; without colour, the text alone.
  package func rendered(color: Bool) -> String {
    guard color else { return plain }
    var text = ""
    var current: [Int] = []
    for glyph in glyphs {
      let wanted = glyph.styles.compactMap(\.rendition)
      if wanted != current {
        if !current.isEmpty { text += "\u{1B}[0m" }
        if !wanted.isEmpty { text += "\u{1B}[" + wanted.map(String.init).joined(separator: ";") + "m" }
        current = wanted
      }
      text.append(glyph.character)
    }
    return current.isEmpty ? text : text + "\u{1B}[0m"
  }
}

extension Character {
  /// Whether the character is a control of C0, C1, or DEL.
  var isControl: Bool { unicodeScalars.contains { $0.properties.generalCategory == .control } }

  /// How many columns a terminal gives it: by its first scalar, two for East Asian and emoji, else one.
  var columns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0..<0x1100: return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
