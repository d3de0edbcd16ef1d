import CommandLineKit
import Compatibility
import ExtensibleStructs
import LinuxKernel
import UAPICatalog

for s in try Catalog.structures() where CommandLine.arguments.contains(s.name) {
  var m = try Matrix(
    s.history, schemes: s.schemes,
    samples: s.name == "sched_attr" ? SchedulerReplay().samples : KVMReplay().samples)
  if s.name == "sched_attr" {
    try m.confirm(by: SchedulerReplay(), on: RunningKernel().name)
  } else {
    try m.confirm(by: KVMReplay(), on: RunningKernel().name)
  }
  print(m)
}
