import Glibc

/// Ends the program with a line on standard error that says why, and status 2.
func fail(_ reason: String) -> Never {
  var line = "benchmarks: \(reason)\n"
  // Sound: the bytes are read in place, during the call.
  _ = line.withUTF8 { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(2)
}
