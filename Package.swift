// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with: the newest language mode's checks, and no warning left standing.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A Swift target with the strict settings.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one module, with the strict settings.
func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// A Debian library as a module: a module map and a header, found by pkg-config.
func library(_ name: String, pkgConfig: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "diemdanh",
    products: [
        .executable(name: "diemdanh", targets: ["diemdanh"]),
        .executable(name: "diemdanh-province", targets: ["diemdanh-province"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // C libraries of Debian, each imported by exactly one Swift target.
        library("CMicroHTTPD", pkgConfig: "libmicrohttpd"),
        library("CQREncode", pkgConfig: "libqrencode"),
        library("CPNG", pkgConfig: "libpng"),
        library("CTurboJPEG", pkgConfig: "libturbojpeg"),
        library("CSodium", pkgConfig: "libsodium"),
        library("COpenSSL", pkgConfig: "libcrypto"),
        library("CXLSXWriter", pkgConfig: "xlsxwriter"),
        library("CZip", pkgConfig: "libzip"),
        library("CExpat", pkgConfig: "expat"),
        library("CPostgres", pkgConfig: "libpq"),
        library("CCurl", pkgConfig: "libcurl"),

        .systemLibrary(name: "CTimex"),
        .systemLibrary(name: "CSyncFS"),

        // A C++ library of Debian behind a C header of ours.
        .target(name: "CZXing", linkerSettings: [.linkedLibrary("ZXing")]),

        // The rules; then what keeps, carries and shows them; then the program.
        module("Attendance"),
        module("Crypto", ["CSodium", "COpenSSL"]),
        module("Archive", ["CZip"]),
        module("Exchange", ["Attendance", "Crypto", "Archive"]),
        module("Store", ["Attendance", "Crypto", "Exchange", grdb, logging]),
        module("HTTPServer", ["CMicroHTTPD", logging]),
        module("QRCode", ["CQREncode", "CPNG", "CTurboJPEG", "CZXing"]),
        module("Delivery", ["Exchange", "Store", "Attendance", "Crypto", "CCurl", "CSyncFS", logging]),
        module("Rendering", ["HTTPServer", mustache]),
        module("Documents", ["Attendance", "Archive", "CXLSXWriter", "CExpat"]),
        module(
            "Web",
            [
                "HTTPServer", "Rendering", "Documents", "Delivery", "Exchange", "Store", "QRCode", "Crypto",
                "Attendance", logging,
            ]),
        module(
            "Province",
            [
                "HTTPServer", "Rendering", "Exchange", "Documents", "Crypto", "Attendance", "QRCode", "CPostgres",
                logging,
            ]),
        module("Program", ["HTTPServer", logging]),
        .executableTarget(
            name: "diemdanh",
            dependencies: [
                "Web", "HTTPServer", "Delivery", "Rendering", "Store", "Attendance", "Crypto", "QRCode", "CTimex",
                "Program", yams, arguments, logging,
            ],
            swiftSettings: strict),

        .executableTarget(
            name: "diemdanh-province",
            dependencies: [
                "Province", "HTTPServer", "Exchange", "Crypto", "Attendance", "QRCode", "Program", arguments, logging,
            ],
            swiftSettings: strict),

        tests("AttendanceTests", ["Attendance"]),
        tests("CryptoTests", ["Crypto"]),
        tests("ArchiveTests", ["Archive"]),
        tests("ExchangeTests", ["Exchange", "Archive", "Attendance", "Crypto"]),
        tests("StoreTests", ["Store", "Attendance", "Crypto", "Exchange", grdb]),
        tests("DeliveryTests", ["Delivery", "Store", "Crypto", logging]),
        tests("HTTPServerTests", ["HTTPServer"]),
        tests("ProvinceTests", ["Province", "HTTPServer", "Exchange", "Crypto", "Attendance", logging]),
        tests("QRCodeTests", ["QRCode"]),
        tests("DocumentsTests", ["Documents", "Attendance"]),
        tests(
            "WebTests",
            [
                "diemdanh", "Program", "Web", "Store", "HTTPServer", "Rendering", "Attendance", "Crypto", "Documents",
                "QRCode", logging,
            ]),
    ],
    cxxLanguageStandard: .cxx17
)
