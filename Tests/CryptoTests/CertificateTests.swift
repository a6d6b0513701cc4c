import Testing

@testable import Crypto

/// Certificates of our authority as OpenSSL's own tool sees them.
@Suite struct CertificateTests {
    private let folder: TemporaryFolder
    private let authority: CertificateAuthority
    /// 1 November 2026 and 820 days later.
    private let validity = CertificateValidity(start: 1_793_491_200, end: 1_793_491_200 + 820 * 86_400)
    /// `NID_subject_alt_name`
    private static let subjectAlternativeName: Int32 = 85
    private let hosts = ["diemdanh.lan", "localhost", "10.42.0.1", "127.0.0.1", "fd12:3456::1", "::1"]

    init() throws {
        folder = try TemporaryFolder()
        authority = try CertificateAuthority(name: "Điểm Danh thử", validity: validity)
        try folder.write(authority.certificate.pem, to: "authority.pem")
    }

    /// The exit status of `openssl verify` for a certificate in the middle of its time.
    private func verify(_ certificate: Certificate, _ options: String...) throws -> Int32 {
        try folder.write(certificate.pem, to: "server.pem")
        let time = (validity.start + validity.end) / 2
        return try folder.run(
            "openssl",
            ["verify", "-x509_strict", "-purpose", "sslserver", "-attime", "\(time)", "-CAfile", "authority.pem"]
                + options + ["server.pem"])
    }

    @Test func serverIsTrustedUnderEveryOneOfItsHosts() throws {
        let server = try authority.issue(for: hosts, validity: validity)
        #expect(server.certificate.belongs(to: server.key) && server.certificate.isSigned(by: authority.key))
        for host in hosts {
            let isAddress = host.contains(":") || host.first?.isNumber == true
            #expect(try verify(server.certificate, isAddress ? "-verify_ip" : "-verify_hostname", host) == 0, "\(host)")
            #expect(server.certificate.covers(host))
        }
        #expect(try verify(server.certificate, "-verify_ip", "10.42.0.2") != 0)
        #expect(!server.certificate.covers("10.42.0.2") && !server.certificate.covers("other.lan"))
    }

    @Test(arguments: [
        "example.com", "lan.example.com", "notlan", "8.8.8.8", "172.32.0.1", "2001:db8::1", "a b.lan", "",
    ])
    func authorityRefusesWhatBelongsToOthers(host: String) {
        #expect(throws: CertificateError.notPermitted(host)) {
            try authority.issue(for: ["box.lan", host], validity: validity)
        }
    }

    /// Whoever steals the key is held back by the constraints in the certificate itself.
    @Test(arguments: [
        ("DNS:example.com", false), ("IP:8.8.8.8", false), ("DNS:box.lan", true), ("IP:192.168.1.9", true),
    ])
    func stolenKeyIsWorthNothingElsewhere(name: String, isTrusted: Bool) throws {
        let key = try CertificateKey()
        let draft = try CertificateDraft(subject: "thief", key: key, validity: validity)
        try draft.add(Self.subjectAlternativeName, name, issuer: authority.certificate)
        let forged = try draft.signed(by: authority.key, issuer: authority.certificate)
        try folder.write(forged.pem, to: "server.pem")
        let time = validity.start + 86_400
        let status = try folder.run(
            "openssl", ["verify", "-attime", "\(time)", "-CAfile", "authority.pem", "server.pem"])
        #expect((status == 0) == isTrusted)
    }

    @Test func nobodyElsesAuthorityMadeIt() throws {
        let other = try CertificateAuthority(name: "Điểm Danh thử", validity: validity)
        let server = try other.issue(for: ["box.lan"], validity: validity)
        #expect(try verify(server.certificate) != 0)
        #expect(!server.certificate.isSigned(by: authority.key))
    }

    @Test func authorityAndServerAreReadBackFromTheirTexts() throws {
        let read = try CertificateAuthority(pem: authority.pem)
        let server = try read.issue(for: hosts, validity: validity)
        let pem = server.key.pem + server.certificate.pem
        #expect(try Certificate(pem: pem).der == server.certificate.der)
        #expect(try Certificate(pem: pem).belongs(to: CertificateKey(pem: pem)))
        #expect(try Certificate(pem: pem).validity == validity)
        #expect(server.certificate.subjectNames.contains("DNS:diemdanh.lan, DNS:localhost, IP Address:10.42.0.1"))
        #expect(try verify(server.certificate) == 0)
    }

    @Test func keyOfAnotherAuthorityIsNoticed() throws {
        let other = try CertificateAuthority(name: "khác", validity: validity)
        #expect(throws: CertificateError.unreadable) {
            try CertificateAuthority(pem: other.key.pem + authority.certificate.pem)
        }
    }

    @Test(arguments: ["", "none", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
    func textThatHoldsNothingIsUnreadable(text: String) {
        #expect(throws: CertificateError.unreadable) { try Certificate(pem: text) }
        #expect(throws: CertificateError.unreadable) { try CertificateKey(pem: text) }
    }
}
