/// User memory, a cell a byte: unmapped, readable, or readable and writable.
public struct NaiveMemory: Equatable, Sendable {
  /// One byte.
  public enum Cell: Equatable, Sendable {
    /// No page is here.
    case unmapped
    /// A page that cannot be written.
    case readOnly(UInt8)
    /// A page that can.
    case readWrite(UInt8)
  }

  /// The cells from the user's pointer on; behind them nothing is mapped.
  public var cells: [Cell]

  /// Takes the cells as they are.
  public init(_ cells: [Cell]) { self.cells = cells }

  /// `mapped` bytes, all of them writable or none, with zeros behind `bytes`.
  public init(_ bytes: [UInt8], mapped: Int? = nil, isWritable: Bool = true) {
    cells = (0..<(mapped ?? bytes.count)).map { at in
      let byte = at < bytes.count ? bytes[at] : 0
      return isWritable ? .readWrite(byte) : .readOnly(byte)
    }
  }

  /// The byte at `at`, or nil if it cannot be read.
  public func read(_ at: Int) -> UInt8? {
    guard at >= 0, at < cells.count else { return nil }
    switch cells[at] {
    case .unmapped: return nil
    case .readOnly(let byte), .readWrite(let byte): return byte
    }
  }

  /// Writes the byte at `at`; false if it cannot be written.
  public mutating func write(_ byte: UInt8, at: Int) -> Bool {
    guard at >= 0, at < cells.count, case .readWrite = cells[at] else { return false }
    cells[at] = .readWrite(byte)
    return true
  }

  /// What the memory holds; 0 where nothing is mapped.
  public var bytes: [UInt8] { cells.indices.map { read($0) ?? 0 } }

  /// The first byte of `[from, to)` that cannot be read, or nil.
  public func firstUnreadable(from: Int, to: Int) -> Int? {
    var at = from
    while at < to {
      if read(at) == nil { return at }
      at += 1
    }
    return nil
  }

  /// The first byte of `[from, to)` that cannot be written, or nil.
  public func firstUnwritable(from: Int, to: Int) -> Int? {
    var at = from
    while at < to {
      guard at < cells.count, case .readWrite = cells[at] else { return at }
      at += 1
    }
    return nil
  }

  /// The little-endian integer of `width` bytes at `at`, or nil if a byte of it cannot be read.
  public func integer(at: Int, width: Int) -> UInt64? {
    var value: UInt64 = 0
    var index = width - 1
    while index >= 0 {
      guard let byte = read(at + index) else { return nil }
      value = value * 256 + UInt64(byte)
      index -= 1
    }
    return value
  }
}
