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

// The comment above a target is its line in the README's picture, which a test makes from this file.
let package = Package(
  name: "ExtensibleStructs",
  products: [
    .library(name: "ExtensibleStructs", targets: ["ExtensibleStructs"]),
    .library(name: "TypeInformation", targets: ["TypeInformation"]),
    .library(name: "Documents", targets: ["Documents"]),
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
    .executable(name: "extstruct", targets: ["extstruct"]),
  ],
  targets: [
    // The C shim: what Swift cannot import.
    .target(name: "CLinux"),
    // Layout, history, scheme, interface, codec.
    .target(name: "ExtensibleStructs"),
    // BTF, from bytes.
    .target(name: "TypeInformation"),
    // Document values, and their renderers.
    .target(name: "Documents"),
    // Arguments, console, progress.
    .target(name: "CommandLineKit", dependencies: ["Documents"]),
    // Answers a call by the list of checks.
    .target(name: "SimulatedKernel", dependencies: ["ExtensibleStructs"]),
    // System calls and KVM.
    .target(name: "LinuxKernel", dependencies: ["ExtensibleStructs", "CLinux"]),
    // The real interfaces: data only.
    .target(name: "UAPICatalog", dependencies: ["ExtensibleStructs"]),
    // What real callers do.
    .target(name: "Callers", dependencies: ["ExtensibleStructs"]),
    // One interface.
    .target(name: "InterfaceAnalysis", dependencies: ["ExtensibleStructs", "SimulatedKernel", "Documents"]),
    // Every user.
    .target(
      name: "MatrixAnalysis",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "Callers", "Documents",
      ]),
    // v
    .target(
      name: "VerificationAnalysis",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "TypeInformation", "InterfaceAnalysis",
        "Documents",
      ]),
    // r
    .target(
      name: "RaceAnalysis",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "Callers", "Documents",
      ]),
    // c
    .target(
      name: "CostAnalysis",
      dependencies: ["ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "Documents"]),
    // l
    .target(name: "LintAnalysis", dependencies: ["ExtensibleStructs", "SimulatedKernel", "Documents"]),
    // k
    .target(
      name: "KVMAnalysis",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "Callers", "MatrixAnalysis",
        "Documents",
      ]),
    // b
    .target(name: "BootLab", dependencies: ["CLinux"]),
    // x
    .executableTarget(
      name: "extstruct",
      dependencies: [
        "ExtensibleStructs", "LinuxKernel", "UAPICatalog", "Callers", "InterfaceAnalysis", "MatrixAnalysis",
        "VerificationAnalysis", "RaceAnalysis", "CostAnalysis", "LintAnalysis", "KVMAnalysis", "Documents",
        "CommandLineKit", "BootLab",
      ]),

    .testTarget(
      name: "TypeInformationTests", dependencies: ["TypeInformation"], resources: [.copy("Fixtures")]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
    .testTarget(name: "CommandLineKitTests", dependencies: ["CommandLineKit", "Documents"]),
    .testTarget(
      name: "CatalogByReleaseTests",
      dependencies: [
        "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog", "TypeInformation",
        "VerificationAnalysis",
      ]),
    .testTarget(name: "LinuxKernelTests", dependencies: ["LinuxKernel", "ExtensibleStructs", "CLinux"]),
    .testTarget(name: "BootLabTests", dependencies: ["BootLab"]),
    // Runs in the guest of the tests.
    .executableTarget(name: "LabProgram", dependencies: ["BootLab"], path: "Tests/LabProgram"),
    // An independent reference to test against: it knows nothing of the targets above.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"]),
    // The C structs of the system's headers, as the compiler lays them out.
    .target(name: "CUAPI", path: "Tests/CUAPI"),
    .testTarget(
      name: "ExtensibleStructsTests",
      dependencies: ["ExtensibleStructs", "TypeInformation", "TestSupport", "CUAPI"]),
    .testTarget(
      name: "SimulatedKernelTests",
      dependencies: ["SimulatedKernel", "ExtensibleStructs", "UAPICatalog", "TestSupport"]),
    .testTarget(
      name: "UAPICatalogTests",
      dependencies: ["UAPICatalog", "ExtensibleStructs", "TypeInformation", "TestSupport", "CUAPI"]),
    .testTarget(
      name: "InterfaceAnalysisTests",
      dependencies: ["InterfaceAnalysis", "ExtensibleStructs", "SimulatedKernel", "UAPICatalog", "Documents"]),
    .testTarget(
      name: "MatrixAnalysisTests",
      dependencies: [
        "MatrixAnalysis", "Callers", "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog",
        "Documents", "TestSupport",
      ]),
    .testTarget(
      name: "VerificationAnalysisTests",
      dependencies: [
        "VerificationAnalysis", "ExtensibleStructs", "SimulatedKernel", "LinuxKernel", "UAPICatalog",
        "TypeInformation",
      ]),
    .testTarget(
      name: "RaceAnalysisTests",
      dependencies: [
        "RaceAnalysis", "Callers", "ExtensibleStructs", "LinuxKernel", "UAPICatalog", "Documents",
      ]),
    .testTarget(
      name: "CostAnalysisTests",
      dependencies: ["CostAnalysis", "ExtensibleStructs", "LinuxKernel", "UAPICatalog", "Documents"]),
    .testTarget(
      name: "LintAnalysisTests",
      dependencies: [
        "LintAnalysis", "ExtensibleStructs", "SimulatedKernel", "UAPICatalog", "Documents", "TestSupport",
      ]),
    .testTarget(name: "extstructTests", dependencies: ["extstruct", "TestSupport"]),
  ]
)

for target in package.targets where !["CLinux", "CUAPI"].contains(target.name) { target.swiftSettings = settings }
