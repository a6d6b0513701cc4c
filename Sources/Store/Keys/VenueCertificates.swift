internal import Attendance
internal import Crypto
internal import Foundation
internal import Logging

/// The files of the box's own certificate authority and of the certificate that it has made for its https.
///
/// They are in no backup: another box makes its own, which phones have to install again.
struct VenueCertificates: Sendable {
    let folder: Folder
    /// What phones show in their list of authorities.
    let name: String
    let log: Logger

    private var authorityFile: String { folder.keys + "/authority.pem" }
    private var serverFile: String { folder.keys + "/https.pem" }

    /// The stored certificate if it is good for these hosts and this time, else a new one.
    func current(for hosts: [String], _ lifetime: CertificateLifetime) throws -> VenueCertificate {
        let authority = try authority()
        if let stored = stored(), stored.isSigned(by: authority.key), hosts.allSatisfy(stored.covers),
            !lifetime.isDue(stored.validity)
        {
            return VenueCertificate(stored, pem: Self.text(serverFile), authority: authority.certificate.der)
        }
        let made = try authority.issue(for: hosts, validity: lifetime.server)
        let pem = made.key.pem + made.certificate.pem
        try DurableFile.write(Array(pem.utf8), to: serverFile)
        return VenueCertificate(made.certificate, pem: pem, authority: authority.certificate.der)
    }

    /// The certificate in the file; nil if there is none that can be used.
    func stored() -> Certificate? {
        let pem = Self.text(serverFile)
        guard let certificate = try? Certificate(pem: pem), let key = try? CertificateKey(pem: pem) else { return nil }
        return certificate.belongs(to: key) ? certificate : nil
    }

    /// The fingerprint by which people tell that they install this box's authority; nil before there is one.
    var fingerprint: String? {
        let certificate = try? Certificate(pem: Self.text(authorityFile))
        return certificate.map { Certificate.fingerprint(ofDER: $0.der) }
    }

    private func authority() throws -> CertificateAuthority {
        let pem = Self.text(authorityFile)
        if let stored = try? CertificateAuthority(pem: pem) { return stored }
        if !pem.isEmpty { log.error("\(authorityFile) is damaged: phones must install the box's new authority") }
        let made = try CertificateAuthority(name: name, validity: CertificateLifetime.authority)
        try DurableFile.write(Array(made.pem.utf8), to: authorityFile)
        return made
    }

    private static func text(_ path: String) -> String {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
