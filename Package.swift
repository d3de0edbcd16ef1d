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
    .library(name: "Callers", targets: ["Callers"]),
    .library(name: "InterfaceAnalysis", targets: ["InterfaceAnalysis"]),
    .library(name: "MatrixAnalysis", targets: ["MatrixAnalysis"]),
    .library(name: "VerificationAnalysis", targets: ["VerificationAnalysis"]),
    .library(name: "RaceAnalysis", targets: ["RaceAnalysis"]),
    .library(name: "CostAnalysis", targets: ["CostAnalysis"]),
    .library(name: "LintAnalysis", targets: ["LintAnalysis"]),
    .library(name: "KVMAnalysis", targets: ["KVMAnalysis"]),
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
    .target(name: "Callers", dependencies: ["ExtensibleStructs"], swiftSettings: settings),
    .target(
      name: "InterfaceAnalysis", dependencies: ["ExtensibleStructs", "SimulatedKernel", "CommandLineKit"],
      resources: [
        .embedInCode("Cases/eval-case.schema.json"),
        .embedInCode("Cases/eval-answer.schema.json"),
        .embedInCode("Explanation/explain.schema.json"),
        .embedInCode("Facts/facts.schema.json"),
        .embedInCode("Layout/layout.schema.json"),
        .embedInCode("list.schema.json"),
      ],
      swiftSettings: settings),
    .target(
      name: "MatrixAnalysis",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "Callers", "CommandLineKit",
      ],
      resources: [.embedInCode("matrix.schema.json")],
      swiftSettings: settings),
    .target(
      name: "VerificationAnalysis",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "TypeInformation", "InterfaceAnalysis",
        "CommandLineKit",
      ],
      resources: [
        .embedInCode("Verify/verify.schema.json"),
        .embedInCode("Probe/probe.schema.json"),
      ],
      swiftSettings: settings),
    .target(
      name: "RaceAnalysis",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "Callers", "CommandLineKit",
      ],
      resources: [.embedInCode("race.schema.json")],
      swiftSettings: settings),
    .target(
      name: "CostAnalysis",
      dependencies: ["ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "CommandLineKit"],
      resources: [.embedInCode("cost.schema.json")],
      swiftSettings: settings),
    .target(
      name: "LintAnalysis", dependencies: ["ExtensibleStructs", "SimulatedKernel", "CommandLineKit"],
      resources: [.embedInCode("lint.schema.json")],
      swiftSettings: settings),
    .target(
      name: "KVMAnalysis",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "Callers", "MatrixAnalysis",
        "CommandLineKit",
      ],
      resources: [.embedInCode("kvm.schema.json")],
      swiftSettings: settings),
    .target(name: "BootLab", dependencies: ["CLinux"], swiftSettings: settings),
    .executableTarget(
      name: "extstruct",
      dependencies: [
        "ExtensibleStructs", "LinuxKernel", "UAPICatalog", "Callers", "InterfaceAnalysis", "MatrixAnalysis",
        "VerificationAnalysis", "RaceAnalysis", "CostAnalysis", "LintAnalysis", "KVMAnalysis",
        "CommandLineKit",
        "BootLab",
      ],
      swiftSettings: settings),

    .testTarget(
      name: "TypeInformationTests", dependencies: ["TypeInformation"], resources: [.copy("Fixtures")],
      swiftSettings: settings),
    .testTarget(name: "CommandLineKitTests", dependencies: ["CommandLineKit"], swiftSettings: settings),
    .testTarget(
      name: "CatalogByReleaseTests",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "TypeInformation",
        "VerificationAnalysis",
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
      name: "InterfaceAnalysisTests",
      dependencies: [
        "InterfaceAnalysis", "ExtensibleStructs", "SimulatedKernel", "UAPICatalog", "CommandLineKit",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "MatrixAnalysisTests",
      dependencies: [
        "MatrixAnalysis", "Callers", "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog",
        "CommandLineKit", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "VerificationAnalysisTests",
      dependencies: [
        "VerificationAnalysis", "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog",
        "TypeInformation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RaceAnalysisTests",
      dependencies: [
        "RaceAnalysis", "Callers", "ExtensibleStructs", "LinuxKernel", "UAPICatalog", "CommandLineKit",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CostAnalysisTests",
      dependencies: [
        "CostAnalysis", "ExtensibleStructs", "LinuxKernel", "UAPICatalog", "CommandLineKit",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "LintAnalysisTests",
      dependencies: [
        "LintAnalysis", "ExtensibleStructs", "SimulatedKernel", "UAPICatalog", "CommandLineKit",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(name: "extstructTests", dependencies: ["extstruct", "TestSupport"], swiftSettings: settings),
  ]
)
