import KernelInterfaces
import Testing

@Suite("Releases")
struct ReleaseTests {
  @Test(arguments: [
    ("6.1", Release(6, 1)), ("6.1.176", Release(6, 1, 176)), ("6.18.44-arch1", Release(6, 18, 44)),
    ("6.1.0", Release(6, 1, 0)), ("6.18-rc3", Release(6, 18)), ("5.15.0+", Release(5, 15, 0)),
    ("4.4.302_x", Release(4, 4, 302)), ("6.1~deb", Release(6, 1)), ("2.6.22", Release(2, 6, 22)),
  ])
  func `are read`(text: String, release: Release) {
    #expect(Release(text) == release)
  }

  @Test(arguments: [
    "", "6", "6.", ".1", "6..1", "6.1.", "6.1.2.3", "v6.1", "6.1x", "6.1 ", "6.1.2 3", "-6.1", "6.-1",
    "six.one",
    "99999999999999999999.1", "6.1.99999999999999999999", "٦.١", "6,1",
  ])
  func `anything else is none`(text: String) {
    #expect(Release(text) == nil)
  }

  @Test func `come in this order, a bare line after all its points`() {
    let order = [
      "2.6.39", "3.14", "4.0.0", "4.0", "5.3.1", "5.3.18", "5.3", "5.15.0", "6.1.9", "6.1.10", "6.1", "6.10",
      "10.0",
    ]
    let releases = order.compactMap { Release($0) }
    #expect(releases.map(\.description) == order)
    for (index, left) in releases.enumerated() {
      for (other, right) in releases.enumerated() {
        #expect((left < right) == (index < other), "\(left) and \(right)")
        #expect((left == right) == (index == other))
      }
    }
  }

  @Test func `a vendor's release is one of its own line`() throws {
    let own = try #require(Release("5.14.0@el9"))
    #expect(own == Release(5, 14, 0, vendor: "el9") && own.description == "5.14.0@el9")
    #expect(!own.isSameLine(as: Release(5, 14, 7)) && own.isSameLine(as: Release(5, 14, 9, vendor: "el9")))
    #expect(own.line == Release(5, 14, vendor: "el9"))
    for text in ["5.14@", "5.14.0@el 9", "5.14@é", "@el9"] { #expect(Release(text) == nil) }
    // It takes part in the order by its numbers.
    #expect(Release(5, 13) < own && own < Release(5, 14, 1))
  }
}
