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
    .library(name: "KernelInterfaces", targets: ["KernelInterfaces"]),
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
    .target(name: "KernelInterfaces", dependencies: ["ExtensibleStructs"], swiftSettings: settings),
    .target(name: "TypeInformation", swiftSettings: settings),
    .target(name: "CommandLineKit", swiftSettings: settings),
    .target(
      name: "SimulatedKernel", dependencies: ["ExtensibleStructs", "KernelInterfaces"],
      swiftSettings: settings),
    .target(
      name: "LinuxKernel", dependencies: ["ExtensibleStructs", "KernelInterfaces", "CLinux"],
      swiftSettings: settings),
    .target(
      name: "UAPICatalog", dependencies: ["ExtensibleStructs", "KernelInterfaces"], swiftSettings: settings),
    .target(
      name: "Compatibility",
      dependencies: [
        "ExtensibleStructs", "KernelInterfaces", "SimulatedKernel", "LinuxKernel", "UAPICatalog",
        "TypeInformation", "CommandLineKit",
      ],
      swiftSettings: settings),
    .target(name: "BootLab", dependencies: ["CLinux"], swiftSettings: settings),
    .executableTarget(
      name: "extstruct",
      dependencies: [
        "ExtensibleStructs", "KernelInterfaces", "SimulatedKernel", "LinuxKernel", "UAPICatalog",
        "Compatibility", "CommandLineKit", "BootLab",
      ],
      swiftSettings: settings),

    .testTarget(
      name: "TypeInformationTests", dependencies: ["TypeInformation"], resources: [.copy("Fixtures")],
      swiftSettings: settings),
    .testTarget(name: "CommandLineKitTests", dependencies: ["CommandLineKit"], swiftSettings: settings),
    .testTarget(
      name: "CatalogByReleaseTests",
      dependencies: [
        "ExtensibleStructs", "KernelInterfaces", "SimulatedKernel", "LinuxKernel", "UAPICatalog",
        "TypeInformation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ExplorerTests",
      dependencies: [
        "Compatibility", "ExtensibleStructs", "KernelInterfaces", "LinuxKernel", "UAPICatalog",
        "CommandLineKit",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "LintTests",
      dependencies: [
        "Compatibility", "ExtensibleStructs", "KernelInterfaces", "SimulatedKernel", "UAPICatalog",
        "CommandLineKit", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "LinuxKernelTests",
      dependencies: ["LinuxKernel", "ExtensibleStructs", "KernelInterfaces", "CLinux"],
      swiftSettings: settings),
    .testTarget(name: "BootLabTests", dependencies: ["BootLab"], swiftSettings: settings),
    // Runs in the guest of the tests.
    .executableTarget(
      name: "LabProgram", dependencies: ["BootLab"], path: "Tests/LabProgram", swiftSettings: settings),
    // An independent reference to test against: it knows nothing of the targets above.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: settings),
    // The C structs of the system's headers, as the compiler lays them out.
    .target(name: "CUAPI", path: "Tests/CUAPI"),
    .testTarget(
      name: "ExtensibleStructsTests",
      dependencies: ["ExtensibleStructs", "TypeInformation", "TestSupport", "CUAPI"], swiftSettings: settings),
    .testTarget(
      name: "KernelInterfacesTests", dependencies: ["KernelInterfaces", "ExtensibleStructs"],
      swiftSettings: settings),
    .testTarget(
      name: "SimulatedKernelTests",
      dependencies: [
        "SimulatedKernel", "ExtensibleStructs", "KernelInterfaces", "UAPICatalog", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "UAPICatalogTests",
      dependencies: [
        "UAPICatalog", "ExtensibleStructs", "KernelInterfaces", "TypeInformation", "TestSupport", "CUAPI",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CompatibilityTests",
      dependencies: [
        "Compatibility", "ExtensibleStructs", "KernelInterfaces", "UAPICatalog", "LinuxKernel",
        "SimulatedKernel", "TypeInformation", "CommandLineKit", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(name: "extstructTests", dependencies: ["extstruct", "TestSupport"], swiftSettings: settings),
  ]
)
