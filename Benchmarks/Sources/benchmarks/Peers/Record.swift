import UAPICatalog

/// The records that are passed.
enum Record {
  /// What is timed: every field means something, at values of an ordinary size.
  static let full = SchedAttr.filled { _ in }
  /// Only the least utilisation is new.
  static let minimum = SchedAttr.filled {
    ($0.schedFlags, $0.schedUtilMax) = ([.resetOnFork, .utilClampMin], 0)
  }
  /// Only the greatest utilisation is new.
  static let maximum = SchedAttr.filled {
    ($0.schedFlags, $0.schedUtilMin) = ([.resetOnFork, .utilClampMax], 0)
  }
  /// The least utilisation is set, but not the flag that says so.
  static let flagForgotten = SchedAttr.filled { ($0.schedFlags, $0.schedUtilMax) = (.resetOnFork, 0) }
  /// Nothing in it is new.
  static let plain = SchedAttr.filled {
    ($0.schedFlags, $0.schedUtilMin, $0.schedUtilMax) = (.resetOnFork, 0, 0)
  }
  /// Each field at its end.
  static let extreme = SchedAttr.filled {
    ($0.schedPolicy, $0.schedNice, $0.schedPriority) = (.max, .min, .max)
    ($0.schedRuntime, $0.schedDeadline, $0.schedPeriod) = (.max, .max - 1, .max - 2)
    ($0.schedUtilMin, $0.schedUtilMax) = (.max, .max - 1)
  }

  /// All of them, and one that is zero.
  static let all = [full, minimum, maximum, flagForgotten, plain, extreme, SchedAttr()]
}

extension SchedAttr {
  /// A record with a different value in each field, changed by `body`.
  static func filled(_ body: (inout SchedAttr) -> Void) -> SchedAttr {
    var record = SchedAttr()
    record.schedPolicy = 6
    record.schedFlags = [.resetOnFork, .utilClampMin, .utilClampMax]
    record.schedNice = -5
    record.schedPriority = 10
    record.schedRuntime = 10_000_000
    record.schedDeadline = 30_000_000
    record.schedPeriod = 33_333_333
    record.schedUtilMin = 300
    record.schedUtilMax = 1024
    body(&record)
    return record
  }

  /// The struct as it lies in memory.
  var bytes: [UInt8] {
    // Sound: a struct of integers without padding.
    unsafe withUnsafeBytes(of: self) { unsafe Array($0) }
  }
}
