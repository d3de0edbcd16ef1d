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
    .library(name: "RunningKernel", targets: ["RunningKernel"]),
    .library(name: "KVMBackend", targets: ["KVMBackend"]),
    .library(name: "CostAnalysis", targets: ["CostAnalysis"]),
    .library(name: "UAPICatalog", targets: ["UAPICatalog"]),
    .library(name: "Compatibility", targets: ["Compatibility"]),
    .library(name: "TypeInformation", targets: ["TypeInformation"]),
    .executable(name: "extstruct", targets: ["extstruct"]),
  ],
  targets: [
    .target(name: "CLinux"),
    .target(name: "ExtensibleStructs", swiftSettings: settings),
    .target(name: "TypeInformation", swiftSettings: settings),
    // The one layer over the operating system: only this target imports the C library, and CLinux under it.
    .target(name: "LinuxSystem", dependencies: ["ExtensibleStructs", "CLinux"], swiftSettings: settings),
    .target(name: "CommandLineKit", dependencies: ["LinuxSystem"], swiftSettings: settings),
    .target(name: "SimulatedKernel", dependencies: ["ExtensibleStructs"], swiftSettings: settings),
    .target(
      name: "RunningKernel", dependencies: ["LinuxSystem", "ExtensibleStructs"], swiftSettings: settings),
    .target(name: "KVMBackend", dependencies: ["LinuxSystem", "ExtensibleStructs"], swiftSettings: settings),
    .target(
      name: "CostAnalysis", dependencies: ["LinuxSystem", "RunningKernel", "ExtensibleStructs"],
      swiftSettings: settings),
    .target(name: "UAPICatalog", dependencies: ["ExtensibleStructs"], swiftSettings: settings),
    .target(
      name: "Compatibility",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "RunningKernel", "KVMBackend", "CostAnalysis", "LinuxSystem",
        "UAPICatalog", "TypeInformation", "CommandLineKit",
      ],
      swiftSettings: settings),
    .target(name: "BootLab", dependencies: ["LinuxSystem"], swiftSettings: settings),
    .executableTarget(
      name: "extstruct",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "RunningKernel", "KVMBackend", "CostAnalysis", "UAPICatalog",
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
        "ExtensibleStructs", "SimulatedKernel", "RunningKernel", "LinuxSystem", "UAPICatalog",
        "TypeInformation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ExplorerTests",
      dependencies: [
        "Compatibility", "ExtensibleStructs", "RunningKernel", "LinuxSystem", "UAPICatalog", "CommandLineKit",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "LintTests",
      dependencies: [
        "Compatibility", "ExtensibleStructs", "SimulatedKernel", "UAPICatalog", "CommandLineKit",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "LinuxSystemTests",
      dependencies: ["LinuxSystem", "ExtensibleStructs", "CLinux", "SystemTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "RunningKernelTests", dependencies: ["RunningKernel", "LinuxSystem", "ExtensibleStructs"],
      swiftSettings: settings),
    .testTarget(
      name: "KVMBackendTests",
      dependencies: ["KVMBackend", "LinuxSystem", "ExtensibleStructs", "CLinux", "SystemTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CostAnalysisTests", dependencies: ["CostAnalysis", "LinuxSystem", "ExtensibleStructs"],
      swiftSettings: settings),
    .testTarget(name: "BootLabTests", dependencies: ["BootLab", "LinuxSystem"], swiftSettings: settings),
    // Runs in the guest of the tests.
    .executableTarget(
      name: "LabProgram", dependencies: ["BootLab"], path: "Tests/LabProgram", swiftSettings: settings),
    // An independent reference to test against: it knows nothing of the targets above.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    // What tests ask about descriptors.
    .target(
      name: "SystemTestSupport", dependencies: ["LinuxSystem", "ExtensibleStructs"],
      path: "Tests/SystemTestSupport", swiftSettings: settings),
    .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: settings),
    // The C structs of the system's headers, as the compiler lays them out.
    .target(name: "CUAPI", path: "Tests/CUAPI"),
    .testTarget(
      name: "ExtensibleStructsTests",
      dependencies: ["ExtensibleStructs", "TypeInformation", "TestSupport", "CUAPI"], swiftSettings: settings),
    .testTarget(
      name: "SimulatedKernelTests",
      dependencies: ["SimulatedKernel", "ExtensibleStructs", "UAPICatalog", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "UAPICatalogTests",
      dependencies: ["UAPICatalog", "ExtensibleStructs", "TypeInformation", "TestSupport", "CUAPI"],
      swiftSettings: settings),
    .testTarget(
      name: "CompatibilityTests",
      dependencies: [
        "Compatibility", "ExtensibleStructs", "UAPICatalog", "RunningKernel", "KVMBackend", "CostAnalysis",
        "SimulatedKernel", "TypeInformation", "CommandLineKit", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(name: "extstructTests", dependencies: ["extstruct", "TestSupport"], swiftSettings: settings),
  ]
)
