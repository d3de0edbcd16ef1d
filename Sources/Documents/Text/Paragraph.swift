/// Breaks a paragraph into lines; those after the first are indented by two more columns.
package func paragraph(_ text: StyledText, _ width: Int, indent: Int = 0) -> [StyledText] {
  text.wrapped(width: max(20, width - indent - 2)).enumerated().map { index, line in
    StyledText(String(repeating: " ", count: indent + (index > 0 ? 2 : 0))) + line
  }
}
