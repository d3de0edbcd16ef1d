import CReference
import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import UAPICatalog

extension Case {
  /// Nothing at all, called in the same way: what the calls themselves take.
  static var nothing: Case {
    Case("nothing", Workspace(user: [], room: 0), swift: CWork.nothing, c: nil)
  }

  /// Calls of a simulated kernel, on flat memory and on pages with every fetch recorded.
  static func calls() throws -> [Case] {
    let interface = try Catalog.schedSetattr()
    let codec = try Codec(interface)
    var attr = SchedAttr()
    attr.schedFlags = .resetOnFork
    let bytes = try StructCodec<SchedAttr>(interface).encode(attr)
    let paged = PagedMemory(bytes, pages: [.init(0..<bytes.count)])
    var flat = Case(
      "call/flat", Workspace(user: bytes, room: codec.size).keep(codec: codec), swift: SwiftWork.flatCall,
      c: nil)
    var onPages = Case(
      "call/paged", Workspace(user: bytes, room: codec.size).keep(codec: codec).keep(memory: paged),
      swift: SwiftWork.pagedCall, c: nil)
    (flat.rate, onPages.rate) = (30, 3)
    return [flat, onPages]
  }
}

extension SwiftWork {
  static let flatCall = unsafe Function(work_flat_call)
  static let pagedCall = unsafe Function(work_paged_call)
}

@c(work_flat_call)
@inline(__always)
func work_flat_call(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  // Sound: the user's bytes are writable memory that the case's workspace owns.
  let writable = unsafe UnsafeMutableRawPointer(mutating: work.pointee.user.unsafelyUnwrapped)
  var memory = unsafe FlatMemory(
    MutableRawSpan(_unsafeStart: writable, byteCount: Int(work.pointee.length)))
  var kernel = unsafe work.kernel
  return unsafe work.withCodec(Codec.self) { codec in
    do throws(Rejection) { return Int64(try codec.receive(from: &memory, into: &kernel).usize) } catch {
      return Int64(-error.errno.rawValue)
    }
  }
}

@c(work_paged_call)
@inline(__always)
func work_paged_call(_ work: UnsafeMutablePointer<cref_work>) -> Int64 {
  let memory = unsafe work.pointee.memory.unsafelyUnwrapped.assumingMemoryBound(to: PagedMemory.self)
  unsafe memory.pointee.forgetAccesses()
  var kernel = unsafe work.kernel
  return unsafe work.withCodec(Codec.self) { codec in
    do throws(Rejection) {
      return Int64(try unsafe codec.receive(from: &memory.pointee, into: &kernel).usize)
    } catch { return Int64(-error.errno.rawValue) }
  }
}
