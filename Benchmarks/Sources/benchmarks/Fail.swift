import Glibc

/// Ends the program with a line that says why, and status 2.
func fail(_ reason: String) -> Never {
  print("benchmarks: \(reason)")
  exit(2)
}
