extension VCPU {
  /// Why a run of the guest came back.
  package enum Exit: Hashable, Sendable {
    /// The guest halted. The corresponding C constant is `KVM_EXIT_HLT`.
    case hlt
    /// The guest used a guest physical address where there is no memory for that use. The bytes are what it
    /// wrote; for a read they are yet to come. The corresponding C constant is `KVM_EXIT_MMIO`.
    case mmio(address: UInt64, bytes: [UInt8], isWrite: Bool)
    /// The guest used a port; likewise. The corresponding C constant is `KVM_EXIT_IO`.
    case io(port: UInt16, bytes: [UInt8], isWrite: Bool)
    /// The guest died of a triple fault. The corresponding C constant is `KVM_EXIT_SHUTDOWN`.
    case shutdown
    /// KVM gave up. The corresponding C constant is `KVM_EXIT_INTERNAL_ERROR`.
    case internalError(suberror: UInt32)
    /// Anything else, by its `KVM_EXIT_` number.
    case other(reason: UInt32)
  }
}

extension VCPU.Exit: CustomStringConvertible {
  /// The exit in words, addresses and bytes in hexadecimal.
  package var description: String {
    switch self {
    case .hlt: "halt"
    case .mmio(let address, let bytes, let isWrite):
      "MMIO \(isWrite ? "write of \(hexadecimal(bytes))" : "read") at 0x\(String(address, radix: 16))"
    case .io(let port, let bytes, let isWrite):
      isWrite
        ? "out of \(hexadecimal(bytes)) to port 0x\(String(port, radix: 16))"
        : "in from port 0x\(String(port, radix: 16))"
    case .shutdown: "shutdown"
    case .internalError(let suberror): "KVM internal error \(suberror)"
    case .other(let reason): "exit \(reason)"
    }
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0x0" : "0x") + String($0, radix: 16) }.joined(separator: " ")
  }
}
