/// Why a certificate or its key could not be made or read.
package enum CertificateError: Error, Equatable {
    /// The text holds no certificate, or no P-256 key, in PEM.
    case unreadable
    /// A name or address that the authority may not vouch for.
    case notPermitted(String)
    /// libcrypto refused; its own number for the reason.
    case failed(UInt)
}
