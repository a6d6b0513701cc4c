internal import COpenSSL

/// The private key of a certificate: P-256 (FIPS 186-4), which every phone of the last ten years knows.
///
/// `@unchecked Sendable`: libcrypto only reads the key once it is made.
package final class CertificateKey: @unchecked Sendable {
    let pointer: OpaquePointer

    /// A new random key.
    package init() throws(CertificateError) {
        pointer = try OpenSSL.made(copenssl_make_p256())
    }

    /// Reads the key in a PEM text, which may hold a certificate too.
    package init(pem: String) throws(CertificateError) {
        let key = OpenSSL.read(pem) { PEM_read_bio_PrivateKey($0, nil, nil, nil) }
        guard let key else { throw .unreadable }
        pointer = key
    }

    deinit {
        EVP_PKEY_free(pointer)
    }

    /// PKCS #8 in PEM, not encrypted.
    package var pem: String {
        OpenSSL.written { PEM_write_bio_PrivateKey($0, pointer, nil, nil, 0, nil, nil) }
    }
}
