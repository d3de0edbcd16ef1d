import ExtensibleStructs
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

  @Test func `an edition reaches to the next`() throws {
    let scheme = Scheme.sizeArgument
    let interface = try Interface(
      "call", history: History(Parcel.self),
      editions: [
        Edition(since: Release(4, 0), version: 0, scheme: scheme),
        Edition(since: Release(6, 1, 5), version: 1, scheme: scheme),
        Edition(since: Release(6, 13), version: 2, scheme: scheme),
      ])
    func version(_ text: String) -> Int? { Release(text).flatMap(interface.edition(of:))?.version }
    #expect(version("3.19.8") == nil)
    #expect(version("4.0") == 0 && version("6.1.4") == 0)
    #expect(version("6.1.5") == 1 && version("6.1") == 1 && version("6.12") == 1)
    // An edition since a bare 6.13 begins with the first point of that line.
    #expect(version("6.12.99") == 1 && version("6.13.0") == 2 && version("6.13.7") == 2)
    #expect(version("6.13") == 2 && version("7.0.1") == 2)
    #expect(version("4.0.0") == 0)
    #expect(interface.newest.version == 2)
  }

  @Test func `a fix that went into a stable line`() throws {
    func edition(_ since: Release, _ version: Int) -> Edition {
      Edition(since: since, version: version, scheme: .sizeArgument)
    }
    let interface = try Interface(
      "call", history: History(Parcel.self),
      editions: [edition(Release(6, 1), 0), edition(Release(6, 1, 176), 1), edition(Release(6, 2), 0)])
    #expect(interface.edition(of: Release(6, 1, 175))?.version == 0)
    #expect(interface.edition(of: Release(6, 1))?.version == 1)
    #expect(interface.edition(of: Release(6, 2, 1))?.version == 0)
  }

  @Test func `an edition without a release is every release's`() throws {
    let interface = try Interface(prototype: History(Parcel.self), .flagFirst)
    #expect(interface.edition(of: Release(1, 0, 0))?.version == 2)
    #expect(interface.absent == .ENOTTY && interface.name == "parcel")
  }
}
