internal import LinuxSystem

/// A kernel image, as far as the lab looks into it.
struct KernelImage: Equatable {
  /// The release, such as `6.1.0-56-amd64`, if the image says it.
  var release: String?

  /// Looks at the image in a file.
  static func read(_ path: String) throws(BootError) -> KernelImage {
    switch Files.kind(of: path) {
    case nil: throw .kernel(path, "there is no such file")
    case .folder: throw .kernel(path, "this is a folder, not a kernel image")
    case .other: throw .kernel(path, "this is a device or a pipe, not a kernel image")
    case .file: break
    }
    let bytes: [UInt8]
    do throws(SystemError) {
      // A header and its version string lie in the boot sector and the set-up code, at most 33 KiB.
      bytes = try FileDescriptor(opening: path, .readOnly).read(limit: 1 << 16) ?? []
    } catch {
      throw .kernel(path, "it cannot be read: \(error.reason)")
    }
    guard let image = KernelImage(bytes) else {
      throw .kernel(
        path, "this is no bootable x86-64 kernel image (a bzImage, or a vmlinux with a PVH entry)")
    }
    return image
  }

  /// Looks at an image's first bytes; `nil` if they are not those of an image.
  ///
  /// The x86 boot protocol puts "HdrS" at 0x202, and at 0x20E where the version string is, less 0x200.
  init?(_ bytes: [UInt8]) {
    if ELFHeader(bytes)?.machine == ELFHeader.x86_64 { return }
    guard bytes.count > 0x210, bytes[0x202..<0x206].elementsEqual("HdrS".utf8) else { return nil }
    guard let offset = bytes.littleEndian(at: 0x20E, size: 2), offset != 0 else { return }
    let text = bytes.dropFirst(Int(offset) + 0x200).prefix { $0 > 0x20 && $0 < 0x7F }
    if !text.isEmpty { release = String(decoding: text, as: UTF8.self) }
  }
}
