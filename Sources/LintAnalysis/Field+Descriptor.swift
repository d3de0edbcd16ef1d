import ExtensibleStructs

extension Field {
  /// Whether the member is a file descriptor by the last word of its C name, as in `mnt_ns_fd` and `guest_memfd`; zero is
  /// then a descriptor too.
  var isDescriptorByName: Bool {
    let words = name.split { $0 == "_" || $0 == "." }
    guard let last = words.last else { return false }
    // `notifyFD` of a Swift struct is `notify_f_d` in C.
    return Field.descriptorWords.contains(String(last)) || words.suffix(2) == ["f", "d"]
  }

  /// The last words of descriptors among the members of `include/uapi` of Linux 7.3, and of system calls' arguments.
  private static let descriptorWords: Set<String> = [
    "fd", "efd", "eventfd", "filefd", "groupfd", "ioctlfd", "iommufd", "memfd", "newfd", "pidfd", "pipefd",
    "resamplefd", "resfd", "srcfd", "tablefd", "tfd", "ufd",
    "descriptor", "dfd", "dirfd", "oldfd", "sockfd",
  ]
}
