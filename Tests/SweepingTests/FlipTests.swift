import KernelInterfaces
import RunningKernel
import Sweeping
import Testing
import UAPICatalog

/// The sweep has to see whatever is wrong, or that it sees nothing means nothing.
struct FlipTests {
  @Test func `every policy that is turned is noticed on the running kernel`() throws {
    let sweeper = Sweeper(random: 0)
    var turned = 0
    for interface in try Catalog.interfaces() {
      guard let result = try sweeper.unnoticed(of: interface) else { continue }
      turned += result.all
      #expect(result.unnoticed.isEmpty, "\(interface.name)")
    }
    #expect(turned > 100)
  }

  @Test func `the same seed draws the same flips, half of them facts`() throws {
    let kernels = [Release(6, 1, 192), Release(6, 12, 118), Release(6, 18, 15)]
    let all = try Flip.all(of: Catalog.interfaces(), on: kernels)
    let drawn = (0..<2).map { _ in Flip.drawn(from: all, count: 20, seed: 7) }
    #expect(drawn[0] == drawn[1])
    #expect(Set(drawn[0]).count == 20)
    #expect(drawn[0].count { if case .release = $0.mistake { true } else { false } } == 10)
    #expect(Flip.drawn(from: all, count: 20, seed: 8) != drawn[0])
  }

  @Test func `a fact is a flip only between two kernels that differ by it`() throws {
    // openat2 got its maximum with 6.12 and 6.1.115.
    let kernels = [Release(6, 1, 100), Release(6, 1, 115), Release(6, 1, 116)]
    let facts = try Flip.all(of: Catalog.interfaces(), on: kernels).facts.filter { $0.interface == "openat2" }
    #expect(
      facts == [
        Flip(kernel: kernels[0], interface: "openat2", mistake: .release(kernels[1])),
        Flip(kernel: kernels[1], interface: "openat2", mistake: .release(kernels[0])),
      ])
  }
}
