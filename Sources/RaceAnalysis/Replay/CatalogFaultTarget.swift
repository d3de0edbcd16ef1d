import ExtensibleStructs
import KernelInterfaces
import RunningKernel
import UAPICatalog

/// Any call of the catalog that reads a size member first and then the whole struct: what its policies say has
/// to hold when the struct changes in between. Only the errno and the memory are compared.
struct CatalogFaultTarget: FaultTarget {
  let name: String
  let codec: Codec
  let starts: [[UInt8]]
  let writers: [[UserStore]]
  private let interface: Interface

  /// The calls of the catalog that read twice and can be made here, beside those with a target of their own; those
  /// of one struct, if it is named.
  static func all(of structure: String? = nil) throws -> [any FaultTarget] {
    try all(
      of: Catalog.interfaces().filter {
        $0.name != "sched_setattr" && structure ?? $0.history.name == $0.history.name
      })
  }

  /// Those of these interfaces whose calls read twice and can be made here.
  static func all(of interfaces: [Interface]) throws -> [any FaultTarget] {
    let running = RunningKernel()
    return try interfaces.filter { interface in
      try interface.newest.scheme.readsSizeMember && interface.direction == .in
        && running.obstacle(to: interface) == nil
    }.map { try CatalogFaultTarget($0, running) }
  }

  init(_ interface: Interface, _ running: RunningKernel) throws {
    self.interface = interface
    name = interface.name
    codec = try Codec(interface, behavior: RunningKernel.behavior(of: interface))
    let exact = try running.sample(of: interface, codec)
    // A newer user: 8 bytes of tail, all zero.
    var long = exact + [UInt8](repeating: 0, count: 8)
    let size = UserStore.set(UInt64(long.count), at: codec.sizeMember.offset, width: codec.sizeMember.width)
    size.apply(to: &long)
    starts = [exact, long]

    let member = codec.sizeMember
    let sizes = [0, 1, codec.version0, codec.size, 4097].map {
      UserStore.set(UInt64($0), at: member.offset, width: member.width)
    }
    let tail = UserStore.set(1, at: codec.size, width: 1)
    var others = [tail]
    if codec.flags.width > 0,
      let bit = (0..<UInt64(codec.flags.width * 8)).last(where: { [codec] in codec.knownFlags >> $0 & 1 == 0 }
      )
    {
      others.append(.flip(1 << bit, at: codec.flags.offset, width: codec.flags.width))
    }
    for field in interface.history.layout.fields
    where field.isReserved && field.range.upperBound <= codec.size {
      others.append(.set(1, at: field.offset, width: 1))
    }
    writers = (sizes + others).map { [$0] } + [[sizes[1], tail], [sizes[3], tail]]
  }

  var cuts: [FaultCut] { cuts(length: codec.size + 8) }

  var filledIn: [Range<Int>] {
    let names = interface.call?.filledIn ?? []
    return interface.history.layout.fields.filter { names.contains($0.name) }.map(\.range)
  }

  func call(_ buffer: FaultingBuffer) throws -> (RaceEffect, present: [UInt8]) {
    let interface = interface
    return try buffer.serve {
      RaceEffect(errno: try RunningKernel().errno(of: interface, on: buffer), values: [:])
    }
  }

  func effect(_ result: Result<Received, Rejection>, _ seen: [UInt8]) -> RaceEffect {
    guard case .failure(let rejection) = result else { return RaceEffect(values: [:]) }
    return RaceEffect(errno: rejection.errno, values: [:])
  }
}
