/// What a part of a text means to its reader, and so how it looks.
///
/// Colours follow one rule in every report, and the words beside them say the same: a reader without colours loses
/// nothing.
package enum Style: Hashable, Sendable {
  /// Strong: the name that a paragraph is about, a judgement.
  case bold
  /// Faint: of less weight than its surroundings.
  case dim
  /// For what does not hold.
  case red
  /// For what holds.
  case green
  /// For what wants a look.
  case yellow
  /// For what is only a name.
  case cyan
  /// C code, members, calls: monospaced on a page, plain on a terminal.
  case code

  /// The parameter of the terminal's "select graphic rendition"; `nil` if a terminal shows nothing.
  var rendition: Int? {
    switch self {
    case .bold: 1
    case .dim: 2
    case .red: 31
    case .green: 32
    case .yellow: 33
    case .cyan: 36
    case .code: nil
    }
  }

  /// Whether the style is a colour that judges.
  var isColor: Bool { self == .red || self == .green || self == .yellow }
}
