import CReference
import ExtensibleStructs
import UAPICatalog

// The work in Swift, as an importer writes it: each function is one C function pointer, so that both languages
// are called in the same way. The pointers lead to what a `Workspace` keeps alive.

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
}

extension UnsafeMutablePointer<cref_work> {
  /// The codec, as the constant of an object that outlives the call.
  @inline(__always)
  func withCodec<Codec: Sendable, R>(_ type: Codec.Type, _ body: (Codec) -> R) -> R {
    let owner = unsafe Unmanaged<Owner<Codec>>.fromOpaque(pointee.owner.unsafelyUnwrapped)
    return unsafe owner._withUnsafeGuaranteedRef { body($0.codec) }
  }
}

enum SwiftWork {
  static let encodeSizePrefixed = unsafe Function { unsafe encode(SchedAttr.self, $0) }
  static let decodeSizePrefixed = unsafe Function { unsafe decode(SchedAttr.self, $0) }
  static let encodeStaticPad = unsafe Function { unsafe encode(KVMUserspaceMemoryRegion2.self, $0) }
  static let decodeStaticPad = unsafe Function { unsafe decode(KVMUserspaceMemoryRegion2.self, $0) }
  static let encodeFlagFirst = unsafe Function { unsafe encode(KVMUserspaceMemoryRegion.self, $0) }
  static let decodeFlagFirst = unsafe Function { unsafe decode(KVMUserspaceMemoryRegion.self, $0) }

  static let zero = unsafe Function { work in
    unsafe work.user.firstNonZero(at: 0, count: Int(work.pointee.usize)) == nil ? 1 : 0
  }

  static let copyStruct = unsafe Function { work in
    var memory = unsafe SpanMemory(work.user)
    var kernel = unsafe work.kernel
    guard
      let error = unsafe memory.copyStructFromUserOrError(
        into: &kernel, ksize: Int(work.pointee.ksize), usize: Int(work.pointee.usize))
    else { return 0 }
    return Int64(-error.errno.rawValue)
  }

  @inline(__always)
  static func encode<S: DeclaredStruct & BitwiseCopyable>(
    _ type: S.Type, _ work: UnsafeMutablePointer<cref_work>
  ) -> Int64 {
    let value = unsafe work.pointee.user.unsafelyUnwrapped.assumingMemoryBound(to: S.self)
    var target = unsafe work.kernel
    return unsafe work.withCodec(StructCodec<S>.self) { codec in
      do throws(EncodingError) { return Int64(try unsafe codec.encode(value.pointee, into: &target)) } catch {
        return -22
      }
    }
  }

  @inline(__always)
  static func decode<S: DeclaredStruct & BitwiseCopyable>(
    _ type: S.Type, _ work: UnsafeMutablePointer<cref_work>
  ) -> Int64 {
    let target = unsafe work.pointee.kernel.unsafelyUnwrapped.assumingMemoryBound(to: S.self)
    return unsafe work.withCodec(StructCodec<S>.self) { codec in
      do throws(Rejection) {
        try unsafe codec.decode(
          work.user, usize: UInt64(work.pointee.usize), into: &target.pointee)
        return 0
      } catch { return Int64(-error.errno.rawValue) }
    }
  }
}
