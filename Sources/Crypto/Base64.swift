internal import CSodium

/// Bytes as Base64 text (RFC 4648); decoding takes exactly what encoding writes.
package enum Base64: Sendable {
    /// The alphabet with `+` and `/`, padded with `=`.
    case padded
    /// The alphabet with `+` and `/`, without padding, as in age files.
    case unpadded
    /// The alphabet with `-` and `_`, without padding, fit for URLs and cookies.
    case url

    /// The bytes as text.
    package func encode(_ bytes: [UInt8]) -> String {
        var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
        sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
        return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The bytes of the text; nil for anything `encode` would not have written.
    package func decode(_ text: String) -> [UInt8]? {
        let length = text.utf8.count
        var bytes = [UInt8](repeating: 0, count: length / 4 * 3 + 3)
        var count = 0
        // Without a place for the end of the text, libsodium itself refuses what is left over.
        guard sodium_base642bin(&bytes, bytes.count, text, length, nil, &count, nil, variant) == 0 else { return nil }
        return Array(bytes.prefix(count))
    }

    private var variant: CInt {
        switch self {
        case .padded: sodium_base64_VARIANT_ORIGINAL
        case .unpadded: sodium_base64_VARIANT_ORIGINAL_NO_PADDING
        case .url: sodium_base64_VARIANT_URLSAFE_NO_PADDING
        }
    }
}
