import Crypto
import FoundationEssentials
import HTTPServer
import Rendering

/// What a desk's browser keeps of this program, so that the desk opens without the box: exactly its page and the files
/// that the page is made of.
struct DeskFiles: Sendable {
    /// Changes with every byte of them.
    let version: String
    /// The service worker that keeps them, with the list of them before it.
    let worker: Response

    /// What the worker is told.
    private struct List: Encodable {
        let version: String
        /// The page in each language, Vietnamese first.
        let pages: [String]
        /// Address → SHA-256 in hexadecimal digits.
        let files: [String: String]
    }

    /// Throws what reading a file or rendering the page throws.
    init(pages: Pages, assets: AssetTable, www: String) throws {
        let script = try String(contentsOf: URL(filePath: www).appending(path: "desk-worker.js"), encoding: .utf8)
        let renderings = try pages.languageCodes.map { code in
            try pages.page("desk", for: Request(path: "/desk", query: Query([("lang", code)]))).text
        }
        let locales = pages.languageCodes.map { "/assets/locales/\($0).json" }
        let files = Self.files(named: renderings, and: locales, in: assets)
        version = Self.version(of: renderings + [script], files)
        let list = List(version: version, pages: pages.languageCodes.map { "/desk?lang=\($0)" }, files: files)
        worker = Response(
            status: 200,
            headers: [
                ("Content-Type", "text/javascript; charset=utf-8"), ("Cache-Control", "no-cache"),
                ("Content-Security-Policy", "default-src 'none'; connect-src 'self'"),
            ], content: .bytes(Array("const desk = \(Response.json(list).text);\n\(script)".utf8)))
    }

    /// The hashes of all assets that the texts name, and of those that these name in turn.
    private static func files(
        named texts: [String], and paths: [String], in assets: AssetTable
    ) -> [String: String] {
        var waiting = paths + texts.flatMap { references(in: $0, at: "/desk") }
        var found: [String: String] = [:]
        while let path = waiting.popLast() {
            guard found[path] == nil, let asset = assets.asset(at: path) else { continue }
            found[path] = Hex.encode(SHA256.hash(asset.bytes))
            if asset.contentType.hasPrefix("text/") || asset.contentType.contains("manifest") {
                waiting += references(in: String(decoding: asset.bytes, as: UTF8.self), at: path)
            }
        }
        return found
    }

    /// Every address between quotation marks, as pages, modules, styles and the manifest write them.
    private static func references(in text: String, at path: String) -> [String] {
        text.split(separator: "\"").compactMap { piece in
            let address = piece.prefix { $0 != "#" }
            if address.hasPrefix("/assets/") { return String(address) }
            guard address.hasPrefix("./") || address.hasPrefix("../") else { return nil }
            return URL(filePath: path).deletingLastPathComponent().appending(path: address).standardized.path
        }
    }

    private static func version(of texts: [String], _ files: [String: String]) -> String {
        var hash = SHA256()
        for text in texts { hash.update(Array(text.utf8)) }
        for (path, digest) in files.sorted(by: { $0.key < $1.key }) { hash.update(Array("\(path) \(digest)\n".utf8)) }
        return Hex.encode(hash.finish().prefix(8))
    }
}
