internal import FoundationEssentials
package import HTTPServer

/// Everything below `/assets/` and the description of the API, loaded once: address → asset.
package struct AssetTable: Sendable {
    private let assets: [String: Asset]

    /// Reads `www/assets` and `www/locales`, whose tables it completes; throws what reading a file throws.
    package init(www: String) throws {
        var assets: [String: Asset] = [:]
        let root = URL(filePath: www).appending(path: "assets")
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
            guard let type = AssetTable.contentType(of: path) else { continue }
            let bytes = [UInt8](try Data(contentsOf: root.appending(path: path)))
            assets["/assets/\(path)"] = Asset(bytes: bytes, contentType: type)
        }
        for table in try Languages(folder: URL(filePath: www).appending(path: "locales").path).tables {
            assets["/assets/locales/\(table.code).json"] = Asset(bytes: table.json, contentType: "application/json")
        }
        for name in ["openapi.json", "openapi-province.json"] {
            let document = try Data(contentsOf: URL(filePath: www).appending(path: name))
            assets["/assets/\(name)"] = Asset(bytes: [UInt8](document), contentType: "application/json")
        }
        self.assets = assets
    }

    /// The answer for an address; nil where there is no asset.
    package subscript(path: String) -> Response? {
        assets[path].map { Response(status: 200, headers: [("Cache-Control", "no-cache")], content: .asset($0)) }
    }

    /// What stands at an address; nil where there is no asset.
    package func asset(at path: String) -> Asset? { assets[path] }

    /// Nil for files that are not served.
    private static func contentType(of path: String) -> String? {
        switch path.split(separator: "/").last?.split(separator: ".").dropFirst().last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json": "application/json"
        case "webmanifest": "application/manifest+json"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "html": "text/html; charset=utf-8"
        default: nil
        }
    }
}
