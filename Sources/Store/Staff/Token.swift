internal import Crypto

/// Random secrets that a device or program shows again; the store keeps their SHA-256 only.
enum Token {
    /// 256 random bits as text.
    static func make() -> String { Base64.url.encode(Random.bytes(32)) }

    /// What is kept.
    static func hash(_ token: String) -> [UInt8] { SHA256.hash(Array(token.utf8)) }
}
