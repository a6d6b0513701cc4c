internal import COpenSSL
internal import Glibc

/// An X.509 certificate (RFC 5280).
///
/// `@unchecked Sendable`: libcrypto only reads the certificate once it is signed.
package final class Certificate: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Takes the certificate over.
    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    /// Reads the certificate in a PEM text, which may hold its key too.
    package init(pem: String) throws(CertificateError) {
        let certificate = OpenSSL.read(pem) { PEM_read_bio_X509($0, nil, nil, nil) }
        guard let certificate else { throw .unreadable }
        pointer = certificate
    }

    deinit {
        X509_free(pointer)
    }

    package var pem: String {
        OpenSSL.written { PEM_write_bio_X509($0, pointer) }
    }

    /// The bytes that phones install and fingerprints are of.
    package var der: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, Int(i2d_X509(pointer, nil))))
        bytes.withUnsafeMutableBufferPointer { buffer in
            var next = buffer.baseAddress
            _ = i2d_X509(pointer, &next)
        }
        return bytes
    }

    /// SHA-256 as phones show it: `3F 2A …`, a pair of digits for each byte.
    package static func fingerprint(ofDER bytes: [UInt8]) -> String {
        SHA256.hash(bytes).map { Hex.encode([$0]).uppercased() }.joined(separator: " ")
    }

    package var validity: CertificateValidity {
        CertificateValidity(
            start: Certificate.seconds(X509_get0_notBefore(pointer)),
            end: Certificate.seconds(X509_get0_notAfter(pointer)))
    }

    /// The names and addresses it is for, as libcrypto writes them: `DNS:diemdanh.lan, IP Address:10.42.0.1`.
    package var subjectNames: String {
        let index = X509_get_ext_by_NID(pointer, NID_subject_alt_name, -1)
        guard let field = X509_get_ext(pointer, index) else { return "" }
        return OpenSSL.written { X509V3_EXT_print($0, field, 0, 0) }
    }

    /// Whether a browser takes it for this host, a name or a numeric address.
    package func covers(_ host: String) -> Bool {
        X509_check_ip_asc(pointer, host, 0) == 1 || X509_check_host(pointer, host, host.utf8.count, 0, nil) == 1
    }

    /// Whether this key made the certificate.
    package func isSigned(by key: CertificateKey) -> Bool {
        X509_verify(pointer, key.pointer) == 1
    }

    /// Whether this key belongs to the certificate.
    package func belongs(to key: CertificateKey) -> Bool {
        X509_check_private_key(pointer, key.pointer) == 1
    }

    private static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64 {
        var parts = tm()
        guard ASN1_TIME_to_tm(time, &parts) == 1 else { return 0 }
        return Int64(timegm(&parts))
    }
}
