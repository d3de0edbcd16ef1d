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
    .library(name: "CDeclarations", targets: ["CDeclarations"]),
    .library(name: "LinuxSystem", targets: ["LinuxSystem"]),
    .library(name: "Documents", targets: ["Documents"]),
    .library(name: "KernelInterfaces", targets: ["KernelInterfaces"]),
    .library(name: "InterfaceFile", targets: ["InterfaceFile"]),
    .library(name: "SimulatedKernel", targets: ["SimulatedKernel"]),
    .library(name: "RunningKernel", targets: ["RunningKernel"]),
    .library(name: "UserSide", targets: ["UserSide"]),
    .library(name: "UAPICatalog", targets: ["UAPICatalog"]),
    .library(name: "InterfaceAnalysis", targets: ["InterfaceAnalysis"]),
    .library(name: "MatrixAnalysis", targets: ["MatrixAnalysis"]),
    .library(name: "VerificationAnalysis", targets: ["VerificationAnalysis"]),
    .library(name: "RaceAnalysis", targets: ["RaceAnalysis"]),
    .library(name: "CostAnalysis", targets: ["CostAnalysis"]),
    .library(name: "LintAnalysis", targets: ["LintAnalysis"]),
    .library(name: "HeaderImport", targets: ["HeaderImport"]),
    .library(name: "DiffAnalysis", targets: ["DiffAnalysis"]),
    .library(name: "KVMAnalysis", targets: ["KVMAnalysis"]),
    .executable(name: "extstruct", targets: ["extstruct"]),
  ],
  targets: [
    // What Swift cannot import of the C library and of Linux: a C shim.
    .target(name: "CLinux"),
    // Layout, history, scheme, codec, checks in order, user memory: pure.
    .target(name: "ExtensibleStructs"),
    // BTF, from bytes.
    .target(name: "TypeInformation"),
    // Descriptors, mappings, processes: the one layer over the system.
    .target(name: "LinuxSystem", dependencies: ["CLinux", "ExtensibleStructs"]),
    // What C headers, or BTF, declare: structs by ABI, constants.
    .target(name: "CDeclarations", dependencies: ["TypeInformation", "LinuxSystem"]),
    // Document values and their renderers: text, HTML, SVG, JSON.
    .target(name: "Documents", resources: [.embedInCode("Glossary/glossary.schema.json")]),
    // Arguments, console, progress.
    .target(name: "CommandLineKit", dependencies: ["LinuxSystem", "Documents"]),
    // Releases, facts, call shapes; a call, its outcome, a kernel.
    .target(name: "KernelInterfaces", dependencies: ["ExtensibleStructs"]),
    // An interface as a JSON file, written and read.
    .target(
      name: "InterfaceFile",
      dependencies: ["ExtensibleStructs", "LinuxSystem", "Documents", "KernelInterfaces"],
      resources: [.embedInCode("interface.schema.json")]),
    // A kernel that answers by the list of checks, out of simulated memory.
    .target(name: "SimulatedKernel", dependencies: ["ExtensibleStructs", "KernelInterfaces"]),
    // The kernel underneath, asked by making the call.
    .target(name: "RunningKernel", dependencies: ["ExtensibleStructs", "LinuxSystem", "KernelInterfaces"]),
    // The caller's side: calls, capability queries, negotiation.
    .target(name: "UserSide", dependencies: ["ExtensibleStructs", "KernelInterfaces", "SimulatedKernel"]),
    // KVM: a binding, and a guest that proves what it did.
    .target(name: "KVMBackend", dependencies: ["ExtensibleStructs", "LinuxSystem", "KernelInterfaces"]),
    // Linux's own interfaces, a file each: data only.
    .target(name: "UAPICatalog", dependencies: ["ExtensibleStructs", "KernelInterfaces"]),
    // Boots another kernel in QEMU, with a program inside.
    .target(name: "BootLab", dependencies: ["LinuxSystem"]),
    // How a caller fills a struct, mistakes included.
    .target(name: "Callers", dependencies: ["ExtensibleStructs", "KernelInterfaces"]),
    // One interface: its bytes drawn, its facts, its steps, answers to cases.
    .target(
      name: "InterfaceAnalysis",
      dependencies: ["ExtensibleStructs", "Documents", "KernelInterfaces", "SimulatedKernel"],
      resources: [
        .embedInCode("Cases/eval-answer.schema.json"), .embedInCode("Cases/eval-case.schema.json"),
        .embedInCode("Explanation/explain.schema.json"), .embedInCode("Facts/facts.schema.json"),
        .embedInCode("Layout/layout.schema.json"), .embedInCode("Listing/list.schema.json"),
      ]),
    // Every old and new user on every old and new kernel.
    .target(
      name: "MatrixAnalysis",
      dependencies: [
        "ExtensibleStructs", "LinuxSystem", "Documents", "KernelInterfaces", "SimulatedKernel",
        "RunningKernel", "KVMBackend", "UAPICatalog", "Callers", "InterfaceAnalysis",
      ], resources: [.embedInCode("Report/matrix.schema.json")]),
    // The running kernel against the simulated one; what it knows, by asking.
    .target(
      name: "VerificationAnalysis",
      dependencies: [
        "ExtensibleStructs", "TypeInformation", "Documents", "KernelInterfaces", "SimulatedKernel",
        "RunningKernel", "InterfaceAnalysis",
      ], resources: [.embedInCode("Probe/probe.schema.json"), .embedInCode("Verify/verify.schema.json")]),
    // A second thread that writes while the kernel reads.
    .target(
      name: "RaceAnalysis",
      dependencies: [
        "ExtensibleStructs", "LinuxSystem", "Documents", "KernelInterfaces", "RunningKernel", "KVMBackend",
        "UAPICatalog", "Callers",
      ], resources: [.embedInCode("Report/race.schema.json")]),
    // What each scheme costs: bytes, instructions, fetches, nanoseconds.
    .target(
      name: "CostAnalysis",
      dependencies: [
        "ExtensibleStructs", "LinuxSystem", "Documents", "KernelInterfaces", "SimulatedKernel",
        "RunningKernel", "UAPICatalog",
      ], resources: [.embedInCode("Report/cost.schema.json")]),
    // What a review of a struct that is to grow would ask.
    .target(
      name: "LintAnalysis",
      dependencies: [
        "ExtensibleStructs", "Documents", "KernelInterfaces", "SimulatedKernel", "InterfaceAnalysis",
      ], resources: [.embedInCode("Report/lint.schema.json")]),
    // A struct of a C header, or of BTF, as an interface.
    .target(
      name: "HeaderImport",
      dependencies: [
        "ExtensibleStructs", "CDeclarations", "Documents", "KernelInterfaces", "InterfaceAnalysis",
      ],
      resources: [.embedInCode("Report/import-list.schema.json"), .embedInCode("Report/import.schema.json")]),
    // What a change of headers breaks: for whom, and by which rule.
    .target(
      name: "DiffAnalysis",
      dependencies: [
        "ExtensibleStructs", "CDeclarations", "LinuxSystem", "Documents", "KernelInterfaces", "UAPICatalog",
      ], resources: [.embedInCode("Report/diff.schema.json")]),
    // KVM's memory-region calls: negotiation, guests, cases, matrix.
    .target(
      name: "KVMAnalysis",
      dependencies: [
        "ExtensibleStructs", "LinuxSystem", "Documents", "KernelInterfaces", "SimulatedKernel",
        "RunningKernel", "KVMBackend", "UAPICatalog", "Callers", "MatrixAnalysis",
      ], resources: [.embedInCode("kvm.schema.json")]),
    // The command: a file for each subcommand.
    .executableTarget(
      name: "extstruct",
      dependencies: [
        "ExtensibleStructs", "TypeInformation", "LinuxSystem", "CDeclarations", "Documents",
        "CommandLineKit", "KernelInterfaces", "InterfaceFile", "RunningKernel", "UAPICatalog", "BootLab",
        "InterfaceAnalysis", "MatrixAnalysis", "VerificationAnalysis", "RaceAnalysis", "CostAnalysis",
        "LintAnalysis", "DiffAnalysis", "HeaderImport", "KVMAnalysis",
      ]),

    // An independent reference to test against: it knows nothing of the targets above.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "SystemTestSupport", dependencies: ["ExtensibleStructs", "LinuxSystem"],
      path: "Tests/SystemTestSupport"),
    // The C structs of the system's headers, as the compiler lays them out.
    .target(name: "CUAPI", path: "Tests/CUAPI"),
    // Runs in the guest of the tests.
    .executableTarget(name: "LabProgram", dependencies: ["BootLab"], path: "Tests/LabProgram"),
    // A second generator of cases, made without a look at the one of VerificationAnalysis.
    .target(
      name: "Sweeping",
      dependencies: [
        "ExtensibleStructs", "Documents", "KernelInterfaces", "SimulatedKernel", "RunningKernel",
        "InterfaceAnalysis", "VerificationAnalysis",
      ], path: "Tests/Sweeping"),
    // Sweeps the kernel that it runs on, in the guest too.
    .executableTarget(
      name: "SweepProgram", dependencies: ["KernelInterfaces", "UAPICatalog", "BootLab", "Sweeping"],
      path: "Tests/SweepProgram"),
    .testTarget(
      name: "ExtensibleStructsTests",
      dependencies: ["ExtensibleStructs", "TypeInformation", "TestSupport", "CUAPI"]),
    .testTarget(
      name: "TypeInformationTests", dependencies: ["TypeInformation"], resources: [.copy("Fixtures")]),
    .testTarget(
      name: "CDeclarationsTests", dependencies: ["TypeInformation", "LinuxSystem", "CDeclarations"],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "LinuxSystemTests",
      dependencies: ["CLinux", "ExtensibleStructs", "LinuxSystem", "SystemTestSupport"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
    .testTarget(name: "CommandLineKitTests", dependencies: ["Documents", "CommandLineKit"]),
    .testTarget(name: "KernelInterfacesTests", dependencies: ["ExtensibleStructs", "KernelInterfaces"]),
    .testTarget(
      name: "InterfaceFileTests",
      dependencies: ["ExtensibleStructs", "KernelInterfaces", "InterfaceFile", "UAPICatalog"]),
    .testTarget(
      name: "SimulatedKernelTests",
      dependencies: [
        "ExtensibleStructs", "KernelInterfaces", "SimulatedKernel", "UAPICatalog", "TestSupport",
      ]),
    .testTarget(
      name: "RunningKernelTests",
      dependencies: ["ExtensibleStructs", "LinuxSystem", "KernelInterfaces", "RunningKernel"]),
    .testTarget(
      name: "UserSideTests",
      dependencies: [
        "ExtensibleStructs", "KernelInterfaces", "SimulatedKernel", "RunningKernel", "UserSide",
        "UAPICatalog", "SystemTestSupport",
      ]),
    .testTarget(
      name: "KVMBackendTests",
      dependencies: [
        "CLinux", "ExtensibleStructs", "LinuxSystem", "KernelInterfaces", "KVMBackend", "SystemTestSupport",
      ]),
    .testTarget(
      name: "UAPICatalogTests",
      dependencies: [
        "ExtensibleStructs", "TypeInformation", "KernelInterfaces", "UAPICatalog", "TestSupport", "CUAPI",
      ]),
    .testTarget(name: "BootLabTests", dependencies: ["LinuxSystem", "BootLab"]),
    .testTarget(
      name: "InterfaceAnalysisTests",
      dependencies: [
        "ExtensibleStructs", "Documents", "KernelInterfaces", "SimulatedKernel", "UAPICatalog",
        "InterfaceAnalysis",
      ]),
    .testTarget(
      name: "MatrixAnalysisTests",
      dependencies: [
        "ExtensibleStructs", "Documents", "KernelInterfaces", "SimulatedKernel", "KVMBackend", "UAPICatalog",
        "Callers", "MatrixAnalysis",
      ]),
    .testTarget(
      name: "VerificationAnalysisTests",
      dependencies: [
        "ExtensibleStructs", "TypeInformation", "Documents", "KernelInterfaces", "SimulatedKernel",
        "RunningKernel", "KVMBackend", "UAPICatalog", "VerificationAnalysis",
      ]),
    .testTarget(
      name: "RaceAnalysisTests",
      dependencies: [
        "ExtensibleStructs", "LinuxSystem", "Documents", "KernelInterfaces", "RunningKernel", "UAPICatalog",
        "RaceAnalysis",
      ]),
    .testTarget(
      name: "CostAnalysisTests",
      dependencies: [
        "ExtensibleStructs", "LinuxSystem", "Documents", "KernelInterfaces", "UAPICatalog", "CostAnalysis",
      ]),
    .testTarget(
      name: "LintAnalysisTests",
      dependencies: [
        "ExtensibleStructs", "Documents", "KernelInterfaces", "SimulatedKernel", "UAPICatalog",
        "LintAnalysis", "TestSupport",
      ]),
    .testTarget(
      name: "HeaderImportTests",
      dependencies: [
        "ExtensibleStructs", "CDeclarations", "KernelInterfaces", "InterfaceFile", "UAPICatalog",
        "HeaderImport",
      ]),
    .testTarget(
      name: "DiffAnalysisTests",
      dependencies: ["ExtensibleStructs", "CDeclarations", "Documents", "KernelInterfaces", "DiffAnalysis"],
      resources: [.copy("Fixtures")]),
    .testTarget(name: "KVMAnalysisTests", dependencies: ["Documents", "KVMBackend", "KVMAnalysis"]),
    .testTarget(name: "extstructTests", dependencies: ["extstruct", "TestSupport"]),
    .testTarget(
      name: "CatalogByReleaseTests",
      dependencies: [
        "ExtensibleStructs", "TypeInformation", "LinuxSystem", "KernelInterfaces", "SimulatedKernel",
        "RunningKernel", "UAPICatalog", "VerificationAnalysis",
      ]),
    .testTarget(
      name: "SweepingTests",
      dependencies: [
        "ExtensibleStructs", "KernelInterfaces", "RunningKernel", "UAPICatalog", "Sweeping",
      ]),
    .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"]),
    .testTarget(name: "HouseTests"),
  ]
)

for target in package.targets where !["CLinux", "CUAPI"].contains(target.name) {
  target.swiftSettings = settings
}
