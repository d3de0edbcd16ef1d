import KernelInterfaces
internal import RunningKernel
import UAPICatalog

extension KernelCosts {
  /// Times the catalog's calls, one after the other in each of so many rounds, the order rotated.
  ///
  /// - Throws: ``LinuxSystem/SystemError`` if there is no memory for them.
  public init(rounds: Int = 41, advance: () -> Void = {}) throws {
    func shape(_ interface: Interface) throws -> CallShape {
      guard let shape = interface.call else {
        throw RunningKernel.CallError.noCallShape(interface: interface.name)
      }
      return shape
    }
    try self.init(
      of: Calls(
        openat2: shape(Catalog.openat2()), clone3: shape(Catalog.clone3()), bpf: shape(Catalog.bpf()),
        schedSetattr: shape(Catalog.schedSetattr())),
      rounds: rounds, advance: advance)
  }
}
