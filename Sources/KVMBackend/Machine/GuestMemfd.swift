package import LinuxSystem

/// A file of guest memory, which only a guest can read: closed when this goes.
package final class GuestMemfd: Sendable {
  /// Its descriptor.
  package let descriptor: FileDescriptor

  /// Takes over the descriptor of such a file.
  package init(owning descriptor: consuming FileDescriptor) { self.descriptor = descriptor }
}
