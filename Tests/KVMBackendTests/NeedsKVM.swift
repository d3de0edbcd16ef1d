import KVMBackend
import Testing

/// What the machine that runs the tests says about KVM; an errno that is no excuse fails every test with it.
private let availability = Result { () throws(KVMError) in try KVMAvailability.probe() }

extension Trait where Self == ConditionTrait {
  /// Skips, and says why, where there is no KVM.
  static var needsKVM: Self {
    guard case .success(.unavailable(let reason)) = availability else { return .enabled(if: true) }
    return .disabled(if: true, "\(reason.description)")
  }

  /// Skips, and says why, where KVM lacks a capability.
  static func needs(_ capability: Capability, _ name: String) -> Self {
    let answer = try? KVM().createVM().checkExtension(capability)
    return .enabled(if: (answer ?? 0) > 0, "KVM: this kernel lacks \(name)")
  }
}

/// The region ioctls that the running kernel has. One that it lacks is skipped, and said so, by the test that
/// `RegionIoctlTests` has for it.
let regionIoctls: [RegionIoctl] =
  ((try? KVM().checkExtension(.userMemory2)) ?? 0) > 0 ? [.region, .region2] : [.region]
