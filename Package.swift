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
    .library(name: "Documents", targets: ["Documents"]),
    .executable(name: "extstruct", targets: ["extstruct"]),
  ],
  targets: [
    .target(name: "CLinux"),
    .target(name: "ExtensibleStructs", swiftSettings: settings),
    .target(name: "TypeInformation", swiftSettings: settings),
    // What an analysis found, as paragraphs, tables and drawings, and how a terminal and a page show them.
    .target(name: "Documents", swiftSettings: settings),
    .target(name: "CommandLineKit", dependencies: ["Documents"], swiftSettings: settings),
    .target(name: "SimulatedKernel", dependencies: ["ExtensibleStructs"], swiftSettings: settings),
    .target(
      name: "LinuxKernel", dependencies: ["ExtensibleStructs", "CLinux"], swiftSettings: settings),
    .target(name: "UAPICatalog", dependencies: ["ExtensibleStructs"], swiftSettings: settings),
    .target(
      name: "Compatibility",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "TypeInformation",
        "Documents",
      ],
      swiftSettings: settings),
    .target(name: "BootLab", dependencies: ["CLinux"], swiftSettings: settings),
    .executableTarget(
      name: "extstruct",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "Compatibility",
        "CommandLineKit", "Documents", "BootLab",
      ],
      swiftSettings: settings),

    .testTarget(
      name: "TypeInformationTests", dependencies: ["TypeInformation"], resources: [.copy("Fixtures")],
      swiftSettings: settings),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: settings),
    .testTarget(
      name: "CommandLineKitTests", dependencies: ["CommandLineKit", "Documents"], swiftSettings: settings),
    .testTarget(
      name: "CatalogByReleaseTests",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "TypeInformation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ExplorerTests",
      dependencies: ["Compatibility", "ExtensibleStructs", "LinuxKernel", "UAPICatalog", "Documents"],
      swiftSettings: settings),
    .testTarget(
      name: "LintTests",
      dependencies: [
        "Compatibility", "ExtensibleStructs", "SimulatedKernel", "UAPICatalog", "Documents",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "LinuxKernelTests", dependencies: ["LinuxKernel", "ExtensibleStructs", "CLinux"],
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
        "Compatibility", "ExtensibleStructs", "UAPICatalog", "LinuxKernel", "SimulatedKernel",
        "TypeInformation", "Documents", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(name: "extstructTests", dependencies: ["extstruct", "TestSupport"], swiftSettings: settings),
  ]
)
