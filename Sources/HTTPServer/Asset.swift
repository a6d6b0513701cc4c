/// Bytes that live as long as the process, sent without being copied, with a gzip variant made once.
package final class Asset: Sendable {
    /// One way to send the asset.
    struct Variant: Sendable {
        let bytes: FixedBytes
        /// Strong entity tag with its quotes (RFC 9110, 8.8.3).
        let etag: String
    }

    package let contentType: String
    let plain: Variant
    /// Present where it is smaller.
    let gzip: Variant?

    /// Takes the bytes; compresses what is text, JSON, XML or SVG by its type, if that makes it smaller.
    package init(bytes: [UInt8], contentType: String) {
        let tag = Asset.tag(of: bytes)
        self.contentType = contentType
        plain = Variant(bytes: FixedBytes(bytes), etag: "\"\(tag)\"")
        gzip = Asset.gzipped(bytes, contentType: contentType).map {
            Variant(bytes: FixedBytes($0), etag: "\"\(tag)-gzip\"")
        }
    }

    /// Length in bytes before compression.
    package var count: Int {
        plain.bytes.count
    }

    /// The bytes before compression.
    package var bytes: [UInt8] {
        Array(plain.bytes.buffer)
    }

    /// The entity tag of the uncompressed bytes, with its quotes; changes with the content.
    package var etag: String {
        plain.etag
    }

    /// FNV-1a of the bytes, 64 bit, and their number: tells versions of a file apart, no more.
    private static func tag(of bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16) + "-" + String(bytes.count, radix: 16)
    }
}
