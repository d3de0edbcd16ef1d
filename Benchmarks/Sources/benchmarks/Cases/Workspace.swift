import CReference

/// The memory that one case works on, for both languages: aligned, filled once, never moved.
@safe
final class Workspace {
  /// What both languages are handed.
  let work: UnsafeMutablePointer<cref_work>
  private let block: UnsafeMutableRawBufferPointer
  private let kernel: UnsafeMutableRawBufferPointer
  private var release: [() -> Void] = []

  /// Allocates; `user` is the user's struct or the value to encode.
  ///
  /// What is written lies half a page off what is read, always: a processor takes a load for one of bytes just
  /// stored if both lie at nearly the same place in their pages, and a short copy takes three times as long.
  init(user bytes: [UInt8], room: Int, ksize: Int = 0, usize: Int = 0) {
    let page = 4096
    let written = (bytes.count + page - 1) / page * page + page / 2
    // Sound: what is allocated here lives until deinit, and every byte is set before it is read.
    unsafe block = .allocate(byteCount: written + max(room, 1), alignment: page)
    _ = unsafe block.initializeMemory(as: UInt8.self, repeating: 0xaa)
    unsafe block.copyBytes(from: bytes)
    unsafe kernel = UnsafeMutableRawBufferPointer(rebasing: block[written...])
    unsafe work = .allocate(capacity: 1)
    unsafe work.initialize(
      to: cref_work(
        user: UnsafeRawPointer(block.baseAddress), length: UInt32(bytes.count), kernel: kernel.baseAddress,
        room: UInt32(room),
        ksize: UInt32(ksize), usize: UInt32(usize), owner: nil, memory: nil))
  }

  deinit {
    unsafe block.deallocate()
    unsafe work.deallocate()
    for release in release { release() }
  }

  /// Keeps the owner of a codec where the work can find it.
  func keep<Codec: Sendable>(codec: Codec) -> Self {
    let owner = Owner(codec)
    unsafe work.pointee.owner = unsafe UnsafeRawPointer(Unmanaged.passUnretained(owner).toOpaque())
    release.append { withExtendedLifetime(owner) {} }
    return self
  }

  /// Keeps user memory where the work can find it.
  func keep<Memory>(memory: Memory) -> Self {
    let place = UnsafeMutablePointer<Memory>.allocate(capacity: 1)
    unsafe place.initialize(to: memory)
    unsafe work.pointee.memory = UnsafeMutableRawPointer(place)
    release.append {
      unsafe place.deinitialize(count: 1)
      unsafe place.deallocate()
    }
    return self
  }

  /// Does the work once from a known state: the answer, and the bytes that it left.
  func once(_ function: Function) -> (answer: Int64, bytes: [UInt8]) {
    _ = unsafe kernel.initializeMemory(as: UInt8.self, repeating: 0xaa)
    let answer = unsafe function.call(work)
    return (answer, unsafe Array(kernel))
  }

  /// Does the work `count` times; the sum of the answers.
  func repeated(_ function: Function, _ count: Int) -> Int64 {
    unsafe cref_repeat(function.call, work, Int64(count))
  }
}

/// What an importer keeps a codec in.
final class Owner<Codec: Sendable>: Sendable {
  let codec: Codec
  init(_ codec: Codec) { self.codec = codec }
}
