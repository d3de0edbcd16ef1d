import CReference
import ExtensibleStructs

// Encode and decode by a plan that is fixed when this module is compiled.

extension SwiftWork {
  static let encodeSizePrefixed = unsafe Function(work_encode_size_prefixed)
  static let decodeSizePrefixed = unsafe Function(work_decode_size_prefixed)
  static let decodeOldAttr = unsafe Function(work_decode_old_attr)
  static let encodeStaticPad = unsafe Function(work_encode_static_pad)
  static let decodeStaticPad = unsafe Function(work_decode_static_pad)
  static let encodeFlagFirst = unsafe Function(work_encode_flag_first)
  static let decodeFlagFirst = unsafe Function(work_decode_flag_first)
}

@c(work_encode_size_prefixed)
@inline(__always)
func work_encode_size_prefixed(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe encode(FixedCodec<Attr, SizePrefixed>.self, work)
}

@c(work_decode_size_prefixed)
@inline(__always)
func work_decode_size_prefixed(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe decode(FixedCodec<Attr, SizePrefixed>.self, work)
}

@c(work_decode_old_attr)
@inline(__always)
func work_decode_old_attr(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe decode(FixedCodec<OldAttr, SizePrefixed>.self, work)
}

@c(work_encode_static_pad)
@inline(__always)
func work_encode_static_pad(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe encode(FixedCodec<Region2, PaddedTo160>.self, work)
}

@c(work_decode_static_pad)
@inline(__always)
func work_decode_static_pad(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe decode(FixedCodec<Region2, PaddedTo160>.self, work)
}

@c(work_encode_flag_first)
@inline(__always)
func work_encode_flag_first(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe encode(FixedCodec<Region, FlagFirst>.self, work)
}

@c(work_decode_flag_first)
@inline(__always)
func work_decode_flag_first(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe decode(FixedCodec<Region, FlagFirst>.self, work)
}

@inline(__always)
private func encode<S, F>(_ type: FixedCodec<S, F>.Type, _ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  var target = unsafe work.kernel
  return unsafe work.withCodec(FixedCodec<S, F>.self) { codec in
    // The value's length is known, as it is to C.
    let value = unsafe RawSpan(
      _unsafeStart: work.pointee.user.unsafelyUnwrapped, byteCount: MemoryLayout<S>.size)
    do throws(Codec.EncodingError) { return Int64(try codec.encode(value, into: &target)) } catch {
      return -22
    }
  }
}

@inline(__always)
private func decode<S, F>(_ type: FixedCodec<S, F>.Type, _ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  let target = unsafe work.pointee.kernel.unsafelyUnwrapped.assumingMemoryBound(to: S.self)
  return unsafe work.withCodec(FixedCodec<S, F>.self) { codec in
    do throws(Rejection) {
      try unsafe codec.decode(work.user, usize: UInt64(work.pointee.usize), into: &target.pointee)
      return 0
    } catch { return Int64(-error.errno.rawValue) }
  }
}
