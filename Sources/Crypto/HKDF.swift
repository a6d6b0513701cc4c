/// Keys derived from a shared secret by HKDF of RFC 5869 with SHA-256.
enum HKDF {
    /// 32 bytes derived from the secret for the purpose named by `info`.
    static func sha256(_ secret: [UInt8], salt: [UInt8], info: String) -> [UInt8] {
        let pseudorandomKey = HMAC.sha256(secret, key: salt)
        return HMAC.sha256(Array(info.utf8) + [1], key: pseudorandomKey)
    }
}
