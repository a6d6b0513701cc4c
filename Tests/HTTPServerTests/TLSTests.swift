import Foundation
import Testing

@testable import HTTPServer

/// TLS with a certificate of its own, spoken to by the `openssl` tool.
@Suite(.enabled(if: OpenSSL.isInstalled)) struct TLSTests {
    private func makeSite() throws -> Site {
        try Site(listeners: [
            ListenerConfiguration(.tls, at: .address("127.0.0.1", port: 0), identity: try OpenSSL.makeIdentity())
        ])
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"]) func requestIsAnswered(version: String) throws {
        let site = try makeSite()
        let output = try OpenSSL.get("/secret", port: site.server.addresses[0].port, options: [version])
        #expect(output.contains("200 OK") && output.contains("GET /secret [] tls"))
    }

    @Test func olderVersionIsRefused() throws {
        let site = try makeSite()
        let options = ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"]
        #expect(try !OpenSSL.get("/", port: site.server.addresses[0].port, options: options).contains("200 OK"))
    }

    @Test func silentClientIsCutDuringTheHandshake() throws {
        let site = try Site(
            listeners: [
                ListenerConfiguration(.tls, at: .address("127.0.0.1", port: 0), identity: try OpenSSL.makeIdentity())
            ], limits: .with { $0.headers = .milliseconds(100) })
        #expect(try site.connect().isClosed(within: 5_000))
    }

    @Test func listenerWithoutOrWithABrokenIdentityDoesNotStart() {
        let place = ListenerConfiguration.Place.address("127.0.0.1", port: 0)
        #expect(throws: ServerError.self) { try Site(listeners: [ListenerConfiguration(.tls, at: place)]) }
        let broken = TLSIdentity(certificate: "none", key: "none")
        let listener = ListenerConfiguration(.tls, at: place, identity: broken)
        #expect(throws: ServerError.self) { try Site(listeners: [listener]) }
    }

    @Test func renewedCertificateIsShownToTheNextClient() throws {
        let site = try makeSite()
        let port = site.server.addresses[0].port
        for _ in 0..<3 {
            let identity = try OpenSSL.makeIdentity()
            try site.server.renew(identity)
            let answer = try OpenSSL.get("/secret", port: port, options: ["-showcerts"])
            #expect(
                answer.contains("200 OK") && answer.contains(identity.certificate.trimmingCharacters(in: .newlines)))
        }
    }

    @Test func openConnectionOutlivesARenewal() throws {
        let site = try makeSite()
        let client = try OpenSSL.Client(port: site.server.addresses[0].port)
        try client.send("GET /first HTTP/1.1\r\nHost: localhost\r\n\r\n")
        try client.read(until: "GET /first")
        try site.server.renew(try OpenSSL.makeIdentity())
        try site.server.renew(try OpenSSL.makeIdentity())
        try client.send("GET /second HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        try client.read(until: "GET /second")
    }

    @Test func brokenRenewalLeavesTheOldCertificate() throws {
        let site = try makeSite()
        #expect(throws: ServerError.self) {
            try site.server.renew(TLSIdentity(certificate: "none", key: "none"))
        }
        #expect(try OpenSSL.get("/", port: site.server.addresses[0].port, options: []).contains("200 OK"))
    }

    @Test func plainListenersAreNotTouchedByARenewal() throws {
        let site = try Site()
        try site.server.renew(try OpenSSL.makeIdentity())
        #expect(try site.connect().exchange("GET /plain").status == 200)
    }
}
