// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
]

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "ExtensibleStructs", path: "..")],
  targets: [
    // What a C programmer would write, by the same toolchain's compiler; loops are aligned, so that C's times are its
    // best wherever the linker puts them.
    .target(
      name: "CReference",
      cSettings: [
        .unsafeFlags(["-O3", "-falign-functions=64", "-falign-loops=32", "-Wall", "-Wextra", "-Werror"])
      ]),
    // Loads what a user would pick instead, when it is there.
    .target(
      name: "CPeers", dependencies: ["CReference"],
      cSettings: [.unsafeFlags(["-O3", "-Wall", "-Wextra", "-Werror"])],
      linkerSettings: [.linkedLibrary("dl")]),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "CReference",
        "CPeers",
        .product(name: "ExtensibleStructs", package: "ExtensibleStructs"),
        .product(name: "KernelInterfaces", package: "ExtensibleStructs"),
        .product(name: "SimulatedKernel", package: "ExtensibleStructs"),
        .product(name: "CostAnalysis", package: "ExtensibleStructs"),
        .product(name: "UAPICatalog", package: "ExtensibleStructs"),
      ],
      swiftSettings: settings),
  ]
)
