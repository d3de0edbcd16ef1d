import CReference
import ExtensibleStructs

// The work in Swift, as an importer writes it. Each function is a C function, so that both languages are called in
// the same way, without a step between. The pointers lead to what a `Workspace` keeps alive.

extension UnsafeMutablePointer<cref_work> {
  var user: RawSpan {
    @_lifetime(borrow self)
    @inline(__always) get {
      let span = unsafe RawSpan(
        _unsafeStart: pointee.user.unsafelyUnwrapped, byteCount: Int(pointee.length))
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  var kernel: MutableRawSpan {
    @_lifetime(borrow self)
    @inline(__always) get {
      let span = unsafe MutableRawSpan(
        _unsafeStart: pointee.kernel.unsafelyUnwrapped, byteCount: Int(pointee.room))
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// The codec, as the constant of an object that outlives the call.
  @inline(__always)
  func withCodec<Codec: Sendable, R>(_ type: Codec.Type, _ body: (Codec) -> R) -> R {
    let owner = unsafe Unmanaged<Owner<Codec>>.fromOpaque(pointee.owner.unsafelyUnwrapped)
    return unsafe owner._withUnsafeGuaranteedRef { body($0.codec) }
  }
}

enum SwiftWork {
  static let zero = unsafe Function(work_zero)
  static let copyStruct = unsafe Function(work_copy_struct)
}

@c(work_zero)
@inline(__always)
func work_zero(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe work.user.firstNonZero(at: 0, count: Int(work.pointee.usize)) == nil ? 1 : 0
}

@c(work_copy_struct)
@inline(__always)
func work_copy_struct(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  var memory = unsafe SpanMemory(work.user)
  var kernel = unsafe work.kernel
  guard
    let error = unsafe memory.copyStructFromUserOrError(
      into: &kernel, ksize: Int(work.pointee.ksize), usize: Int(work.pointee.usize))
  else { return 0 }
  return Int64(-error.errno.rawValue)
}
