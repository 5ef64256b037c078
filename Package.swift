// swift-tools-version: 6.2
import PackageDescription

/// One strict set of compiler settings for every room of the house.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "debrief",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "debrief", targets: ["debrief"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev", "pkg-config"]), .brew(["libxml2"])]),
        .systemLibrary(
            name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
        .systemLibrary(
            name: "CZstd", pkgConfig: "libzstd",
            providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),

        .target(name: "Diagnostics", swiftSettings: strict),
        .target(
            name: "Syntax",
            dependencies: ["Diagnostics", "CLibXML2", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(name: "IncidentModel", dependencies: ["Diagnostics"], swiftSettings: strict),
        .target(
            name: "Importing", dependencies: ["Diagnostics", "IncidentModel", "Syntax"], swiftSettings: strict),
        .target(
            name: "Compliance", dependencies: ["Diagnostics", "IncidentModel", "Syntax"], swiftSettings: strict),
        .target(
            name: "Typesetting",
            dependencies: [
                "Diagnostics", "CCmarkGFM", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict),
        .target(
            name: "Reporting", dependencies: ["Diagnostics", "IncidentModel", "Compliance", "Typesetting"],
            swiftSettings: strict),
        .target(
            name: "IncidentStore",
            dependencies: [
                "Diagnostics", "IncidentModel", "CZstd", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "BuiltInTemplates", path: "Templates",
            plugins: ["EmbedTemplates"]),
        .executableTarget(name: "embed-templates", path: "Plugins/embed-templates", swiftSettings: strict),
        .plugin(
            name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"],
            path: "Plugins/EmbedTemplates"),
        .executableTarget(
            name: "debrief",
            dependencies: [
                "Diagnostics", "Syntax", "IncidentModel", "Importing", "Compliance", "Typesetting", "Reporting",
                "IncidentStore", "BuiltInTemplates",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .testTarget(name: "SyntaxTests", dependencies: ["Syntax", "Diagnostics"], swiftSettings: strict),
        .testTarget(
            name: "IncidentModelTests", dependencies: ["IncidentModel", "Diagnostics"], swiftSettings: strict),
        .testTarget(
            name: "ComplianceTests", dependencies: ["Compliance", "IncidentModel", "Syntax", "Diagnostics"],
            swiftSettings: strict),
        .testTarget(
            name: "TypesettingTests", dependencies: ["Typesetting", "Diagnostics", "BuiltInTemplates"],
            swiftSettings: strict),
        .testTarget(
            name: "ImportingTests",
            dependencies: [
                "Importing", "Compliance", "Syntax", "IncidentModel", "Diagnostics", "BuiltInTemplates",
            ],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "IncidentStoreTests",
            dependencies: [
                "IncidentStore", "IncidentModel", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Reporting", "Typesetting", "Compliance", "IncidentModel", "Diagnostics", "BuiltInTemplates",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "debrief", "Diagnostics", "IncidentModel", "IncidentStore", "Importing", "Compliance", "Reporting",
                "Syntax", "Typesetting", "BuiltInTemplates",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Pages"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
