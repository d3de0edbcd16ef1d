import BootLab
import CommandLineKit

Guest.takeOverIfBooted()

Program(
  "extstruct", summary: "How should this struct grow? Old and new users against old and new kernels.",
  version: "0.1.0",
  commands: [
    MatrixCommand.command, ListCommand.command, LayoutCommand.command, KVMCommand.command,
    EvalCommand.command, ExplainCommand.command, CostCommand.command, VerifyCommand.command,
    ProbeCommand.command,
    RaceCommand.command, LintCommand.command, ImportCommand.command, DiffCommand.command,
    GlossaryCommand.command,
    SchemaCommand.command,
    BootCommand.command,
  ]
).main()
