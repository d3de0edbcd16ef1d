// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every Swift target: the language at its strictest, and no warning left standing.
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
  name: "ExtensibleStructs",
  products: [
    .library(name: "ExtensibleStructs", targets: ["ExtensibleStructs"]),
    .library(name: "SimulatedKernel", targets: ["SimulatedKernel"]),
    .library(name: "LinuxKernel", targets: ["LinuxKernel"]),
    .library(name: "UAPICatalog", targets: ["UAPICatalog"]),
    .library(name: "Compatibility", targets: ["Compatibility"]),
    .library(name: "TypeInformation", targets: ["TypeInformation"]),
    .executable(name: "extstruct", targets: ["extstruct"]),
  ],
  targets: [
    .target(name: "CLinux"),
    .target(name: "ExtensibleStructs", swiftSettings: settings),
    .target(name: "TypeInformation", swiftSettings: settings),
    .target(name: "CommandLineKit", swiftSettings: settings),
    .target(name: "SimulatedKernel", dependencies: ["ExtensibleStructs"], swiftSettings: settings),
    .target(
      name: "LinuxKernel", dependencies: ["ExtensibleStructs", "CLinux"], swiftSettings: settings),
    .target(name: "UAPICatalog", dependencies: ["ExtensibleStructs"], swiftSettings: settings),
    .target(
      name: "Compatibility",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "CommandLineKit",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "extstruct",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "Compatibility",
        "CommandLineKit",
      ],
      swiftSettings: settings),

    .testTarget(
      name: "TypeInformationTests", dependencies: ["TypeInformation"], resources: [.copy("Fixtures")],
      swiftSettings: settings),
    .testTarget(name: "CommandLineKitTests", dependencies: ["CommandLineKit"], swiftSettings: settings),
    .testTarget(
      name: "ExplorerTests",
      dependencies: ["Compatibility", "ExtensibleStructs", "LinuxKernel", "UAPICatalog", "CommandLineKit"],
      swiftSettings: settings),
    .testTarget(
      name: "LintTests",
      dependencies: ["Compatibility", "ExtensibleStructs", "UAPICatalog", "CommandLineKit"],
      swiftSettings: settings),
    .testTarget(
      name: "LinuxKernelTests", dependencies: ["LinuxKernel", "ExtensibleStructs", "CLinux"],
      swiftSettings: settings),
  ]
)
