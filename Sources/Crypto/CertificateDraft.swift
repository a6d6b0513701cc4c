internal import COpenSSL

/// A certificate until it is signed.
final class CertificateDraft {
    private let pointer: OpaquePointer

    /// A draft with a random serial number (RFC 5280, 4.1.2.2), for the owner of `key`.
    init(subject: String, key: CertificateKey, validity: CertificateValidity) throws(CertificateError) {
        pointer = try OpenSSL.made(X509_new())
        // Version 3 is written as 2.
        try OpenSSL.check(X509_set_version(pointer, 2))
        try setSerialNumber()
        try OpenSSL.check(X509_set_pubkey(pointer, key.pointer))
        try set(validity.start) { X509_set1_notBefore($0, $1) }
        try set(validity.end) { X509_set1_notAfter($0, $1) }
        let name = X509_get_subject_name(pointer)
        let text = Array(subject.utf8)
        try OpenSSL.check(
            X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8, text, Int32(text.count), -1, 0))
    }

    deinit {
        X509_free(pointer)
    }

    /// Adds an extension, written as in `x509v3_config(5)`; `issuer` is nil for a certificate that signs itself.
    func add(_ kind: Int32, _ value: String, issuer: Certificate?) throws(CertificateError) {
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, issuer?.pointer ?? pointer, pointer, nil, nil, 0)
        let field = try OpenSSL.made(X509V3_EXT_conf_nid(nil, &context, kind, value))
        defer { X509_EXTENSION_free(field) }
        try OpenSSL.check(X509_add_ext(pointer, field, -1))
    }

    /// The certificate, signed with ECDSA and SHA-256; without an issuer it is its own.
    func signed(by key: CertificateKey, issuer: Certificate?) throws(CertificateError) -> Certificate {
        try OpenSSL.check(X509_set_issuer_name(pointer, X509_get_subject_name(issuer?.pointer ?? pointer)))
        guard X509_sign(pointer, key.pointer, EVP_sha256()) > 0 else { throw .failed(UInt(ERR_get_error())) }
        X509_up_ref(pointer)
        return Certificate(owning: pointer)
    }

    private func setSerialNumber() throws(CertificateError) {
        // The first bit stays zero: the number is positive.
        let bytes = [UInt8(0x40)] + Random.bytes(15)
        let number = try OpenSSL.made(BN_bin2bn(bytes, Int32(bytes.count), nil))
        defer { BN_free(number) }
        _ = try OpenSSL.made(BN_to_ASN1_INTEGER(number, X509_get_serialNumber(pointer)))
    }

    private func set(
        _ seconds: Int64, _ body: (OpaquePointer, UnsafePointer<ASN1_TIME>) -> Int32
    ) throws(CertificateError) {
        let time = try OpenSSL.made(ASN1_TIME_set(nil, time_t(seconds)))
        defer { ASN1_TIME_free(time) }
        try OpenSSL.check(body(pointer, time))
    }
}
