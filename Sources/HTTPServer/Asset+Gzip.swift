internal import CZlib

extension Asset {
    /// The bytes as a gzip member (RFC 1952); nil for a type that is compressed already, or when nothing is won.
    static func gzipped(_ bytes: [UInt8], contentType: String) -> [UInt8]? {
        guard isText(contentType) else { return nil }
        let packed = [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, initialized in
            initialized = czlib_gzip(bytes, bytes.count, buffer.baseAddress, buffer.count)
        }
        return packed.isEmpty ? nil : packed
    }

    private static func isText(_ contentType: String) -> Bool {
        let type = contentType.prefix { $0 != ";" }.lowercased()
        return type.hasPrefix("text/")
            || ["json", "javascript", "xml", "manifest+json"].contains { type.hasSuffix($0) }
    }
}
