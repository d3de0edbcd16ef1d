/// The memory behind a user's pointer, as a kernel may touch it: through the access primitives alone.
///
/// Every offset is in bytes from the user's pointer, and not negative. An access of no bytes touches nothing
/// and succeeds anywhere. The kernel's rules on top of these primitives, such as `copy_struct_from_user`, are
/// written once, for any memory.
public protocol UserMemory: ~Copyable, ~Escapable {
  /// Whether the user's pointer is NULL, which some system calls look at before anything else.
  var isNull: Bool { get }

  /// Reads an integer of `width` bytes (1, 2, 4 or 8). The corresponding C macro is `get_user`.
  mutating func getUser(at offset: Int, width: Int) throws(Fault) -> UInt64

  /// Writes an integer of `width` bytes (1, 2, 4 or 8). The corresponding C macro is `put_user`.
  mutating func putUser(_ value: UInt64, at offset: Int, width: Int) throws(Fault)

  /// Copies `[offset, offset + count)` to the same bytes of the kernel's struct.
  ///
  /// The caller has made sure that the kernel's struct is that long. On success every one of the bytes was written;
  /// the span is another's, and stays as long as it is.
  /// The corresponding C function is `copy_from_user`.
  mutating func copyFromUser(
    at offset: Int, count: Int, into kernel: inout MutableRawSpan
  ) throws(Fault)

  /// Copies `[offset, offset + count)` of the kernel's struct to the same bytes of the user's.
  ///
  /// A fault leaves the bytes in front of it written. The corresponding C function is `copy_to_user`.
  mutating func copyToUser(at offset: Int, count: Int, from kernel: RawSpan) throws(Fault)

  /// Zeroes `[offset, offset + count)`; a fault leaves the bytes in front of it zeroed.
  /// The corresponding C function is `clear_user`.
  mutating func clearUser(at offset: Int, count: Int) throws(Fault)

  /// The first byte of `[offset, offset + count)` that is not zero, or nil if all are.
  ///
  /// It walks upward: a non-zero byte before an unreadable one is found, only zeros before one is a fault.
  /// The corresponding C function is `check_zeroed_user`.
  mutating func checkZeroedUser(at offset: Int, count: Int) throws(Fault) -> Int?

  // The same with the fault as a value. Each has a default that calls its namesake; memory whose accesses are to
  // be inlined into a codec implements these as well, since Swift 6.3 leaves a call indirect whose target throws
  // a typed error and comes from another module.

  /// ``getUser(at:width:)`` with the fault as a value.
  mutating func getUserOrFault(at offset: Int, width: Int) -> Result<UInt64, Fault>

  /// ``copyFromUser(at:count:into:)`` with the fault as a value; nil for success.
  mutating func copyFromUserOrFault(
    at offset: Int, count: Int, into kernel: inout MutableRawSpan
  ) -> Fault?

  /// ``checkZeroedUser(at:count:)`` with the fault as a value.
  mutating func checkZeroedUserOrFault(at offset: Int, count: Int) -> Result<Int?, Fault>
}

extension UserMemory where Self: ~Copyable & ~Escapable {
  /// Calls ``getUser(at:width:)``.
  @inlinable
  public mutating func getUserOrFault(at offset: Int, width: Int) -> Result<UInt64, Fault> {
    do throws(Fault) { return .success(try getUser(at: offset, width: width)) } catch {
      return .failure(error)
    }
  }

  /// Calls ``copyFromUser(at:count:into:)``.
  @inlinable
  public mutating func copyFromUserOrFault(
    at offset: Int, count: Int, into kernel: inout MutableRawSpan
  ) -> Fault? {
    do throws(Fault) { try copyFromUser(at: offset, count: count, into: &kernel) } catch { return error }
    return nil
  }

  /// Calls ``checkZeroedUser(at:count:)``.
  @inlinable
  public mutating func checkZeroedUserOrFault(at offset: Int, count: Int) -> Result<Int?, Fault> {
    do throws(Fault) { return .success(try checkZeroedUser(at: offset, count: count)) } catch {
      return .failure(error)
    }
  }
}
