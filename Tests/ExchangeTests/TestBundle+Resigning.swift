import Archive
import Crypto
import Exchange
import Foundation

extension TestBundle {
    /// The bundle's file as a newer or faulty box would have made it: with other lines in a part, and signed.
    static func file(
        _ bundle: EventBundle = make(), changing part: String, _ change: (inout [String]) -> Void
    ) throws -> [UInt8] {
        let reader = try ZipReader(
            try BundleWriter.bytes(bundle, key: key), limits: ZipLimits(parts: 16, inflatedBytes: 1 << 24))
        var parts = try reader.names.map { (name: $0, content: try reader.bytes(of: $0) ?? []) }
        guard let index = parts.firstIndex(where: { $0.name == part }) else { return [] }
        var lines = String(decoding: parts[index].content, as: UTF8.self).split(separator: "\n").map(String.init)
        change(&lines)
        parts[index].content = lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
        var manifest = try decoder.decode(BundleManifest.self, from: Data(parts[0].content))
        manifest.parts = parts.dropFirst(2).map {
            .init(name: $0.name, bytes: $0.content.count, sha256: Hex.encode(SHA256.hash($0.content)))
        }
        parts[0].content = Array(try encoder.encode(manifest))
        parts[1].content = Array(try key.signature(for: parts[0].content, trustedComment: "test").text.utf8)
        return try ZipWriter.bytes(parts)
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return encoder
    }
}
