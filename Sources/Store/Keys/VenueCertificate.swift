package import Attendance
internal import Crypto

/// What the box shows over https, and who vouches for it.
package struct VenueCertificate: Sendable, Equatable {
    /// The certificate with its key in PEM, a secret.
    package let pem: String
    /// The authority's certificate, which phones install (DER).
    package let authority: [UInt8]
    /// The last second of it.
    package let end: Timestamp
    /// `DNS:diemdanh.lan, IP Address:10.42.0.1`
    package let names: String

    init(_ certificate: Certificate, pem: String, authority: [UInt8]) {
        (self.pem, self.authority) = (pem, authority)
        end = Timestamp(milliseconds: certificate.validity.end * 1_000)
        names = certificate.subjectNames
    }
}
