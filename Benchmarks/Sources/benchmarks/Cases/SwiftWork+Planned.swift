import CReference
import ExtensibleStructs

// Encode and decode by a plan that was made at run time, from a scheme that is a value.

extension SwiftWork {
  static let encodeAttr = unsafe Function(work_planned_encode_size_prefixed)
  static let decodeAttr = unsafe Function(work_planned_decode_size_prefixed)
  static let encodeRegion2 = unsafe Function(work_planned_encode_static_pad)
  static let decodeRegion2 = unsafe Function(work_planned_decode_static_pad)
  static let encodeRegion = unsafe Function(work_planned_encode_flag_first)
  static let decodeRegion = unsafe Function(work_planned_decode_flag_first)
}

@c(work_planned_encode_size_prefixed)
@inline(__always)
func work_planned_encode_size_prefixed(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe encode(Attr.self, work)
}

@c(work_planned_decode_size_prefixed)
@inline(__always)
func work_planned_decode_size_prefixed(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe decode(Attr.self, work)
}

@c(work_planned_encode_static_pad)
@inline(__always)
func work_planned_encode_static_pad(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe encode(Region2.self, work)
}

@c(work_planned_decode_static_pad)
@inline(__always)
func work_planned_decode_static_pad(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe decode(Region2.self, work)
}

@c(work_planned_encode_flag_first)
@inline(__always)
func work_planned_encode_flag_first(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe encode(Region.self, work)
}

@c(work_planned_decode_flag_first)
@inline(__always)
func work_planned_decode_flag_first(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  unsafe decode(Region.self, work)
}

@inline(__always)
private func encode<S: ExtensibleStruct>(_ type: S.Type, _ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  var target = unsafe work.kernel
  return unsafe work.withCodec(StructCodec<S>.self) { codec in
    // The value's length is known, as it is to C.
    let value = unsafe RawSpan(
      _unsafeStart: work.pointee.user.unsafelyUnwrapped, byteCount: MemoryLayout<S>.size)
    do throws(Codec.EncodingError) { return Int64(try codec.encode(value, into: &target)) } catch {
      return -22
    }
  }
}

@inline(__always)
private func decode<S: ExtensibleStruct>(_ type: S.Type, _ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  let target = unsafe work.pointee.kernel.unsafelyUnwrapped.assumingMemoryBound(to: S.self)
  return unsafe work.withCodec(StructCodec<S>.self) { codec in
    do throws(Rejection) {
      try unsafe codec.decode(work.user, usize: UInt64(work.pointee.usize), into: &target.pointee)
      return 0
    } catch { return Int64(-error.errno.rawValue) }
  }
}
