/// What the TLS listener shows: both as PEM text.
package struct TLSIdentity: Sendable {
    /// The certificate, then the rest of its chain.
    package let certificate: String
    /// The private key, not encrypted.
    package let key: String

    /// An identity from its PEM texts; they are checked when the server starts.
    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}
