import ExtensibleStructs

extension PolicyFlip {
  static let bounds = [
    PolicyFlip("the least size is one byte more") { scheme, codec in
      // Where there is none, a size of 0 leaves nothing of what the call's surroundings judge.
      if codec.least > 0 { scheme.bounds?.minimum.bytes = codec.least + 1 }
    },
    PolicyFlip("the least size is one byte less") { scheme, codec in
      if codec.least > 0 { scheme.bounds?.minimum.bytes = codec.least - 1 }
    },
    PolicyFlip("too small is another errno") { scheme, _ in
      if let errno = scheme.bounds?.minimum.errno { scheme.bounds?.minimum.errno = errno.other }
    },
    PolicyFlip("there is no maximum") { scheme, _ in scheme.bounds?.maximum = nil },
    PolicyFlip("the maximum is one byte more") { scheme, _ in scheme.bounds?.maximum?.bytes += 1 },
    PolicyFlip("the maximum is one byte less") { scheme, _ in scheme.bounds?.maximum?.bytes -= 1 },
    PolicyFlip("too large is another errno") { scheme, _ in
      if let errno = scheme.bounds?.maximum?.errno { scheme.bounds?.maximum?.errno = errno.other }
    },
  ]

  static let sizes = [
    PolicyFlip("size 0 has the other meaning") { scheme, codec in
      guard let zero = scheme.member?.zero, codec.least > 0 else { return }
      scheme.member?.zero = zero == .isASize ? .meansVersion0 : .isASize
    },
    PolicyFlip("the size is written back or not") { scheme, codec in
      guard let member = scheme.member else { return }
      // Where nothing is written back, the errno of one refusal that exists.
      let errno = member.bounds.maximum?.errno ?? .E2BIG
      scheme.member?.writeBack = member.writeBack == nil ? errno : nil
    },
    PolicyFlip("all of the first version is fetched for the size") { scheme, _ in
      if let second = scheme.second, scheme.fetches?.takesVersion0 == false {
        scheme.fetches = .version0(then: second)
      }
    },
    PolicyFlip("any size in the ioctl number is taken") { scheme, _ in
      if case .command(.publishedSizes) = scheme.size { scheme.size = .command(.anySize(.init())) }
    },
    PolicyFlip("another ioctl number is another errno") { scheme, _ in
      guard case .command(.publishedSizes(let errno)) = scheme.size else { return }
      scheme.size = .command(.publishedSizes(otherwise: errno.other))
    },
    PolicyFlip("one element less is taken") { scheme, _ in
      guard case .elements(var elements) = scheme.size else { return }
      elements.greatest -= 1
      scheme.size = .elements(elements)
    },
    PolicyFlip("no element is enough") { scheme, _ in
      guard case .elements(var elements) = scheme.size else { return }
      elements.least = 0
      scheme.size = .elements(elements)
    },
    PolicyFlip("too small behind the pointer is another errno") { scheme, _ in
      guard case .pointer(let errno) = scheme.size else { return }
      scheme.size = .pointer(tooSmall: errno.other)
    },
    PolicyFlip("the pad is eight bytes longer") { scheme, _ in
      guard case .padded(let bytes, let version) = scheme.capacity else { return }
      scheme.capacity = .padded(to: bytes + 8, fromVersion: version)
    },
  ]
}
