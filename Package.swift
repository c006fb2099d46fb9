// swift-tools-version: 6.2
import PackageDescription

// Read top to bottom: each target may import only those above it. No stage imports another;
// they meet in Records, which is why each can be rerun from what another left on disk.

let testSettings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let settings = testSettings + [.strictMemorySafety()]

let package = Package(
  name: "swapwire",
  dependencies: [
    // The command line: subcommands, validation and help that a newcomer already knows how to read.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // Rule packs and front matter are YAML; Yams keeps line and column of every node for our errors.
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // System libraries: module maps only, each spoken to by one Swift file.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // Inflates WARC files, a member at a time, at more than twice zlib's speed; zlib does the rest.
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    // Zip and tar files, compressed in whatever way, as they are read; well kept, in every distribution.
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    // XXH3 at 20 GB/s for the keys of the store: a rerun reads every article.
    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    // Databases of events for those who ask with SQL; GRDB would bring Foundation and half a minute of build.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    // SHA-256 at 2 GB/s; swift-crypto would triple the build time, our own code is 7 times slower.
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // What crosses a stage boundary, and how it is written as JSON lines.
    .target(name: "Records", swiftSettings: settings),
    // Files and descriptors as bytes: the only code that makes system calls.
    .target(name: "Disk", swiftSettings: settings),
    // A folder of rules as data: files, positions, errors. The default pack is embedded at build time.
    .target(
      name: "Packs", dependencies: ["Records", "Disk", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings, plugins: ["EmbedPackPlugin"]),
    .executableTarget(name: "EmbedPack", swiftSettings: settings),
    .plugin(
      name: "EmbedPackPlugin", capability: .buildTool(), dependencies: ["EmbedPack"],
      path: "Sources/EmbedPackPlugin"),
    // Page bytes to a flat node arena; knows no news.
    .target(name: "Markup", dependencies: ["CLibXML2"], swiftSettings: settings),

    // The stages.
    .target(
      name: "Fetch",
      dependencies: [
        "Records", "Disk", "CZlib", "CDeflate", "CArchive", "CCrypto",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(name: "Clean", dependencies: ["Records", "Packs", "Markup"], swiftSettings: settings),
    .target(name: "Extract", dependencies: ["Records", "Packs"], swiftSettings: settings),
    .target(name: "Normalize", dependencies: ["Records", "Packs"], swiftSettings: settings),

    // Results of earlier runs by the fingerprint of what made them; knows no stage.
    .target(name: "Store", dependencies: ["Disk", "CXXHash"], swiftSettings: settings),

    // Runs stages over a folder: order, threads, failures, files.
    .target(
      name: "Pipeline",
      dependencies: [
        "Records", "Disk", "Packs", "Fetch", "Clean", "Extract", "Normalize", "Store",
      ],
      swiftSettings: settings),
    // What a run left, for those who tell of it; they know no stage.
    .target(name: "Outputs", dependencies: ["Records", "Disk"], swiftSettings: settings),
    // Movements that several articles tell of, each once; all that is merged or added up is done here.
    .target(name: "Ledger", dependencies: ["Records"], swiftSettings: settings),
    // The page that shows a run; its HTML, style and script lie in Page as they are served.
    .target(
      name: "Report", dependencies: ["Records", "Disk", "Outputs", "Ledger"],
      resources: [
        "report.html", "report.css", "dom.js", "data.js", "evidence.js", "table.js", "filters.js",
        "timeline.js", "totals.js", "ledger.js", "events.js", "articles.js", "main.js",
      ].map { .embedInCode("Page/\($0)") },
      swiftSettings: settings),
    // The published JSON Schemas of our records, and the check against them.
    .target(
      name: "Schemas", dependencies: ["Records", "Disk", "Outputs"],
      resources: ["fetch", "clean", "extract", "events", "failures", "run"].map {
        .embedInCode("Files/\($0).schema.json")
      },
      swiftSettings: settings),
    // Events as a table or a database.
    .target(
      name: "Export", dependencies: ["Records", "Disk", "Outputs", "CSQLite"],
      resources: [.embedInCode("tables.sql"), .embedInCode("indexes.sql")],
      swiftSettings: settings),
    // Two files of events by meaning; knows no stage.
    .target(name: "Diff", dependencies: ["Records", "Disk"], swiftSettings: settings),
    .executableTarget(
      name: "swapwire",
      dependencies: [
        "Records", "Disk", "Fetch", "Pipeline", "Diff", "Outputs", "Ledger", "Report", "Export",
        "Schemas",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings,
      linkerSettings: [
        // By its build id a program knows whether it made what an earlier run left.
        .unsafeFlags(["-Xlinker", "--build-id=sha1"]),
        // Swift's own libraries inside the program: it starts in two thirds of the time, and runs on machines
        // without Swift. Behind the first stand the parts of Foundation, which Yams needs.
        .unsafeFlags(
          [
            "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims",
            "-l_FoundationCollections",
          ], .when(platforms: [.linux], configuration: .release)),
      ]),

    // What the stages cost, beside the bare parse that they are compared with.
    .target(name: "CParseFloor", dependencies: ["CLibXML2"]),
    .executableTarget(
      name: "bench",
      dependencies: [
        "Records", "Disk", "Packs", "Fetch", "Clean", "Extract", "Normalize", "CParseFloor",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Tests mirror the sources.
    .target(
      name: "TestSupport", dependencies: ["Disk"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(name: "RecordsTests", dependencies: ["Records"], swiftSettings: testSettings),
    .testTarget(
      name: "DiskTests", dependencies: ["Disk", "TestSupport"], swiftSettings: testSettings),
    .testTarget(
      name: "PacksTests", dependencies: ["Packs", "Disk", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: testSettings),
    .testTarget(
      name: "FetchTests", dependencies: ["Fetch", "Records", "Disk", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "CleanTests", dependencies: ["Clean", "Records", "Packs", "Markup", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "ExtractTests", dependencies: ["Extract", "Records", "Packs"],
      swiftSettings: testSettings),
    .testTarget(
      name: "NormalizeTests", dependencies: ["Normalize", "Extract", "Records", "Packs"],
      swiftSettings: testSettings),
    .testTarget(
      name: "StoreTests", dependencies: ["Store", "Disk", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "DiffTests", dependencies: ["Diff", "Records", "Disk", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "OutputsTests", dependencies: ["Outputs", "Records", "Disk", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "LedgerTests", dependencies: ["Ledger", "Records"], swiftSettings: testSettings),
    .testTarget(
      name: "ReportTests", dependencies: ["Report", "Outputs", "Records", "Disk", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "SchemasTests", dependencies: ["Schemas", "Outputs", "Records", "Disk", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "ExportTests",
      dependencies: ["Export", "Outputs", "Records", "Disk", "CSQLite", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "PipelineTests", dependencies: ["Pipeline", "Fetch", "Records", "Disk", "TestSupport"],
      swiftSettings: testSettings),
    // Runs the built program.
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "swapwire", "Records", "Disk", "TestSupport",
      ],
      swiftSettings: testSettings),
  ],
  swiftLanguageModes: [.v6]
)
