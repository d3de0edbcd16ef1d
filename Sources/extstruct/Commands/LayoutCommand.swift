import CommandLineKit
enum LayoutCommand { static let command = Command("layout", summary: "x") { _, _ in .success } }
