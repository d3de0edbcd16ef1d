import CommandLineKit
enum ListCommand { static let command = Command("list", summary: "x") { _, _ in .success } }
