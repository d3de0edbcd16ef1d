import LintAnalysis
import Testing

/// Which members are descriptors, by their C names.
@Suite struct DescriptorTests {
  static let names: [(name: String, isDescriptor: Bool)] = [
    ("fd", true), ("notify_fd", true), ("userns_fd", true), ("mnt_ns_fd", true), ("wq_fd", true),
    ("guest_memfd", true), ("pidfd", true), ("memfd", true), ("eventfd", true), ("resamplefd", true),
    ("dirfd", true), ("dfd", true), ("loop.backing_fd", true), ("loop.fd", true), ("out_descriptor", true),
    // `notifyFD` of a Swift struct.
    ("notify_f_d", true), ("f_d", true),
    ("cfd_offset", false), ("halfdone", false), ("halfd", false), ("half_d", false), ("fd_count", false),
    ("nr_fds", false), ("guest_memfd_offset", false), ("pidfds", false), ("fdinfo", false), ("d", false),
    ("mnt_ns_id", false), ("loop.fd.size", false), ("_", false),
  ]

  @Test(arguments: names)
  func zeroIsAValue(name: String, isDescriptor: Bool) throws {
    #expect(try RuleTests.rules(RuleTests.history([(name, 0)])).contains(.zeroIsAValue) == isDescriptor)
  }
}
