internal import COpenSSL

/// The second library behind this module, for what browsers speak; everything of our own is libsodium's.
enum OpenSSL {
    /// What a call made; throws where the library says that it could not.
    static func made<Value>(_ value: Value?) throws(CertificateError) -> Value {
        guard let value else { throw .failed(UInt(ERR_get_error())) }
        return value
    }

    /// Throws unless a call answered 1, which is how the library says yes.
    static func check(_ result: Int32) throws(CertificateError) {
        guard result == 1 else { throw .failed(UInt(ERR_get_error())) }
    }

    /// Reads a text through a memory `BIO`; nil when it holds no such thing.
    static func read(_ text: String, _ body: (OpaquePointer) -> OpaquePointer?) -> OpaquePointer? {
        let bytes = Array(text.utf8)
        guard let bio = BIO_new_mem_buf(bytes, Int32(clamping: bytes.count)) else { return nil }
        defer { BIO_free(bio) }
        return withExtendedLifetime(bytes) { body(bio) }
    }

    /// The text that `body` writes into a memory `BIO`.
    static func written(_ body: (OpaquePointer) -> Int32) -> String {
        guard let bio = BIO_new(BIO_s_mem()) else { return "" }
        defer { BIO_free(bio) }
        guard body(bio) == 1 else { return "" }
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while case let count = BIO_read(bio, &buffer, Int32(buffer.count)), count > 0 { text += buffer[..<Int(count)] }
        return String(decoding: text, as: UTF8.self)
    }
}
