import ExtensibleStructs
import TestSupport

/// User memory made of cells, which records its accesses and may change in front of any of them.
struct TestMemory: UserMemory {
  var cells: NaiveMemory
  var isNull = false
  var accesses: [Access] = []
  /// What changes in front of the access with this index, as another thread would do it.
  var changes: [Int: @Sendable (inout NaiveMemory) -> Void] = [:]

  init(_ cells: NaiveMemory) { self.cells = cells }

  init(_ bytes: [UInt8], mapped: Int? = nil, isWritable: Bool = true) {
    cells = NaiveMemory(bytes, mapped: mapped, isWritable: isWritable)
  }

  private mutating func begin(_ primitive: Access.Primitive, _ offset: Int, _ count: Int) {
    changes[accesses.count]?(&cells)
    accesses.append(Access(primitive, offset: offset, count: count))
  }

  mutating func getUser(at offset: Int, width: Int) throws(Fault) -> UInt64 {
    begin(.getUser, offset, width)
    if let at = cells.firstUnreadable(from: offset, to: offset + width) { throw Fault(at: at) }
    return cells.integer(at: offset, width: width) ?? 0
  }

  mutating func putUser(_ value: UInt64, at offset: Int, width: Int) throws(Fault) {
    begin(.putUser, offset, width)
    if let at = cells.firstUnwritable(from: offset, to: offset + width) { throw Fault(at: at) }
    for index in 0..<width { _ = cells.write(UInt8(value >> UInt64(8 * index) & 0xff), at: offset + index) }
  }

  mutating func copyFromUser(
    at offset: Int, count: Int, into kernel: inout MutableRawSpan
  ) throws(Fault) {
    begin(.copyFromUser, offset, count)
    for at in offset..<(offset + count) {
      guard let byte = cells.read(at) else { throw Fault(at: at) }
      kernel.storeBytes(of: byte, toByteOffset: at, as: UInt8.self)
    }
  }

  mutating func copyToUser(at offset: Int, count: Int, from kernel: RawSpan) throws(Fault) {
    begin(.copyToUser, offset, count)
    for at in offset..<(offset + count) {
      guard cells.write(unsafe kernel.unsafeLoad(fromByteOffset: at, as: UInt8.self), at: at) else {
        throw Fault(at: at)
      }
    }
  }

  mutating func clearUser(at offset: Int, count: Int) throws(Fault) {
    begin(.clearUser, offset, count)
    for at in offset..<(offset + count) {
      guard cells.write(0, at: at) else { throw Fault(at: at) }
    }
  }

  mutating func checkZeroedUser(at offset: Int, count: Int) throws(Fault) -> Int? {
    begin(.checkZeroedUser, offset, count)
    switch Reference.checkZeroedUser(cells, from: offset, count: count) {
    case .all: return nil
    case .nonZero(let at): return at
    case .fault(let at): throw Fault(at: at)
    }
  }
}
