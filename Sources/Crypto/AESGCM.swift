internal import COpenSSL

/// AES-256-GCM (NIST SP 800-38D) under keys that are used once.
enum AESGCM {
    /// The plaintext, of a message that was encrypted under a nonce of twelve zeros.
    ///
    /// - Throws: `CryptoError.notAuthentic`, or `.outOfMemory`.
    static func open(ciphertext: [UInt8], tag: [UInt8], key: [UInt8]) throws(CryptoError) -> [UInt8] {
        guard let context = EVP_CIPHER_CTX_new() else { throw .outOfMemory }
        defer { EVP_CIPHER_CTX_free(context) }
        let nonce = [UInt8](repeating: 0, count: 12)
        var (plaintext, tag, length): ([UInt8], [UInt8], CInt) = (ciphertext, tag, 0)
        // GCM has nothing left to write at the end, but wants a place for it.
        var rest = [UInt8](repeating: 0, count: 16)
        guard EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
            EVP_DecryptUpdate(context, &plaintext, &length, ciphertext, CInt(ciphertext.count)) == 1,
            EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, CInt(tag.count), &tag) == 1,
            EVP_DecryptFinal_ex(context, &rest, &length) == 1
        else { throw .notAuthentic }
        return plaintext
    }
}
