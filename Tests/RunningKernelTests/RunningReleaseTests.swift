import KernelInterfaces
import Testing

@testable import RunningKernel

/// How a running kernel's release is read.
struct RunningReleaseTests {
  @Test func `the release is what uname says`() {
    #expect(RunningKernel.release("6.18.44-arch1", version: "#1 SMP") == Release(6, 18, 44))
    #expect(RunningKernel.release("unknown", version: "#1 SMP") == nil)
  }

  @Test func `Debian names the point in the version`() {
    let version = "#1 SMP PREEMPT_DYNAMIC Debian 6.1.176-1 (2026-01-01)"
    #expect(RunningKernel.release("6.1.0-40-amd64", version: version) == Release(6, 1, 176))
    #expect(RunningKernel.release("6.6.1", version: version) == Release(6, 6, 1))
    #expect(RunningKernel.release("6.1.0-40-amd64", version: "#1 Debian") == Release(6, 1, 0))
  }
}
