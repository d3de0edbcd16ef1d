import CommandLineKit

let program = Program(
  "extstruct", summary: "what becomes of a struct that grew between a kernel and its users",
  version: "0.1.0", commands: [])
program.main()
