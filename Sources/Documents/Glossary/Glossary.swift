/// The words of kernel developers that reports use, each with what it means. Reports use no others.
///
/// A page ends with those that it uses; ``Glossary/document`` has all of them.
public struct Glossary: Finding, Sendable {
  /// A word, and what it means.
  package struct Entry: Hashable, Sendable {
    /// The word as it is listed.
    package let word: String
    /// Other forms of it: plurals, synonyms.
    package let forms: [String]
    /// What it means, in a sentence or two.
    package let meaning: String

    init(_ word: String, _ forms: String..., meaning: String) {
      self.word = word
      self.forms = forms
      self.meaning = meaning
    }
  }

  /// Entries about one thing.
  package struct Section: Hashable, Sendable {
    /// What they are about.
    package let title: String
    /// The entries, in the order in which they are best read.
    package let entries: [Entry]
  }

  /// The entries by what they are about.
  package let sections: [Section]

  /// The title of its own document.
  static let title = "Glossary"

  /// The whole glossary.
  public init() { sections = [.sizes, .members, .calls, .schemes, .verdicts] }

  /// The entries of which a document uses a word.
  package init(of document: Document) {
    let text = Glossary.normal(document.allText)
    sections = Glossary().sections.map { section in
      Section(
        title: section.title,
        entries: section.entries.filter { entry in
          ([entry.word] + entry.forms).contains { text.contains(Glossary.normal($0)) }
        })
    }.filter { !$0.entries.isEmpty }
  }

  /// The words of a text, in lower case, with one space around each: a phrase is in it if it is a part of it.
  private static func normal(_ text: String) -> String {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    return " " + words.joined(separator: " ") + " "
  }
}

extension Glossary {
  /// A table for each subject.
  public var document: Document {
    Document(
      Glossary.title,
      sections.flatMap { section -> [Block] in
        var table = Table([.init("word"), .init("meaning", wraps: true)])
        for entry in section.entries {
          table.row(StyledText(entry.word, .bold), StyledText(entry.meaning))
        }
        return [.heading(StyledText(section.title)), .table(table)]
      })
  }

  /// `sections`: each with its title and its words.
  public func write(to json: inout JSONWriter) {
    json.field("sections") { json in
      json.array { json in
        for section in sections {
          json.object { json in
            json.field("title", section.title)
            json.field("words") { json in
              json.array { json in
                for entry in section.entries {
                  json.object { json in
                    json.field("word", entry.word)
                    json.field("forms", entry.forms)
                    json.field("meaning", entry.meaning)
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

extension Document {
  /// Everything that there is to read in it, on a terminal or on a page.
  var allText: String { blocks.map(\.allText).joined(separator: "\n") }
}

extension Block {
  fileprivate var allText: String {
    switch self {
    case .group(let blocks), .only(_, let blocks): blocks.map(\.allText).joined(separator: "\n")
    default: lines(width: 200).map(\.plain).joined(separator: "\n")
    }
  }
}
