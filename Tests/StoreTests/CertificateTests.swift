import Attendance
import Foundation
import Testing

@testable import Crypto
@testable import Store

/// The box's own certificate through the years, with a clock that the test sets.
@Suite struct CertificateTests {
    private let box: TestBox
    private let hosts = ["diemdanh.lan", "10.42.0.1", "127.0.0.1"]
    private static let day: Int64 = 86_400

    init() throws {
        box = try TestBox()
        box.clock.setWall(try #require(Timestamp(rfc3339: "2027-03-01T08:00:00+07:00")))
    }

    private func current(_ hosts: [String]? = nil) throws -> VenueCertificate {
        try box.store.venueCertificate(for: hosts ?? self.hosts, now: box.clock.now)
    }

    /// Somebody at the box says that its wall clock is right.
    private func confirmTime() throws {
        let now = box.clock.now
        _ = try box.store.perform(
            AnchorClock(
                source: .staff, time: now.wall, bootMilliseconds: now.bootMilliseconds, uncertaintyMilliseconds: 100,
                actor: .system))
    }

    private func daysLeft(_ certificate: VenueCertificate) -> Int64 {
        (certificate.end.wholeSeconds - box.clock.now.wall.wholeSeconds) / Self.day
    }

    @Test func sameCertificateIsShownUntilAThirdIsLeft() throws {
        try confirmTime()
        let first = try current()
        #expect(daysLeft(first) == 180)
        box.clock.advance(seconds: 119 * Self.day)
        #expect(try current() == first)
        box.clock.advance(seconds: 2 * Self.day)
        let second = try current()
        #expect(daysLeft(second) == 180)
        #expect(second.authority == first.authority)
    }

    @Test func newAddressOrNameGetsANewCertificateOfTheSameAuthority() throws {
        let first = try current()
        let second = try current(hosts + ["192.168.1.20"])
        #expect(second.names.contains("192.168.1.20") && !first.names.contains("192.168.1.20"))
        #expect(second.authority == first.authority)
        // A network that comes and goes does not cost a certificate each time.
        #expect(try current() == second)
    }

    @Test func certificateOutlivesTheProcess() throws {
        let first = try current()
        try box.reopen()
        #expect(try current() == first)
    }

    @Test(arguments: ["1970-01-01T00:00:00Z", "2016-02-11T00:00:00Z", "2026-11-20T00:00:00Z"])
    func boxThatDoesNotKnowTheDayShowsWhatPhonesAccept(wall: String) throws {
        box.clock.setWall(try #require(Timestamp(rfc3339: wall)))
        let certificate = try Certificate(pem: try current().pem)
        let phone = try #require(Timestamp(rfc3339: "2028-06-01T08:00:00+07:00")).wholeSeconds
        #expect(certificate.validity.start < phone && phone < certificate.validity.end)
        #expect(certificate.validity.end - certificate.validity.start <= 825 * Self.day)
    }

    @Test func learningTheTimeShortensIt() throws {
        let unsure = try current()
        #expect(daysLeft(unsure) > 180)
        try confirmTime()
        #expect(daysLeft(try current()) == 180)
    }

    @Test func clockThatRanAheadIsForgiven() throws {
        box.clock.setWall(try #require(Timestamp(rfc3339: "2050-01-01T00:00:00Z")))
        let ahead = try current()
        box.clock.setWall(try #require(Timestamp(rfc3339: "2027-03-01T00:00:00Z")))
        try confirmTime()
        #expect(try current() != ahead && daysLeft(try current()) == 180)
    }

    @Test func clockThatFellBackCostsNoCertificate() throws {
        try confirmTime()
        let first = try current()
        box.clock.restart(boot: "boot-2", wall: Timestamp(milliseconds: 0))
        #expect(try current() == first)
    }

    @Test func twentyYearOldSoftwareStillMakesWhatPhonesAccept() throws {
        box.clock.setWall(try #require(Timestamp(rfc3339: "2040-01-01T00:00:00Z")))
        try confirmTime()
        let validity = try Certificate(pem: try current().pem).validity
        #expect(validity.end - validity.start <= 825 * Self.day && validity.start < box.clock.now.wall.wholeSeconds)
    }

    @Test func secretsAreForTheOwnerAlone() throws {
        _ = try current()
        for name in ["authority.pem", "https.pem"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(box.folder)/keys/\(name)")
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
    }

    @Test func damagedFilesAreMadeAnew() throws {
        let first = try current()
        try Data("broken".utf8).write(to: URL(filePath: "\(box.folder)/keys/https.pem"))
        let second = try current()
        #expect(second != first && second.authority == first.authority)
        try Data("broken".utf8).write(to: URL(filePath: "\(box.folder)/keys/authority.pem"))
        #expect(try current().authority != first.authority)
    }

    @Test func doctorNamesItsEndAndItsHosts() throws {
        #expect(try !box.store.doctor(now: box.clock.now).contains { $0.subject == .certificate })
        try confirmTime()
        let certificate = try current()
        let fact = try #require(try box.store.doctor(now: box.clock.now).first { $0.subject == .certificate })
        #expect(fact.state == .good)
        #expect(fact.detail.contains("until 2027-08-28") && fact.detail.contains(certificate.names))
        #expect(fact.detail.contains(Certificate.fingerprint(ofDER: certificate.authority)))
        box.clock.advance(seconds: 200 * Self.day)
        let late = try box.store.doctor(now: box.clock.now).first { $0.subject == .certificate }
        #expect(late?.state == .warning)
    }

    @Test func backupCarriesNoSecretOfTheAuthority() throws {
        _ = try current()
        let secret = try CertificateKey(
            pem: String(contentsOfFile: "\(box.folder)/keys/authority.pem", encoding: .utf8))
        let path = "\(box.folder)/out.backup"
        _ = try box.store.backUp(to: path)
        let bytes = try Data(contentsOf: URL(filePath: path))
        let body = secret.pem.split(separator: "\n").dropFirst().dropLast().joined()
        #expect(bytes.range(of: try #require(Data(base64Encoded: body))) == nil)
        #expect(bytes.range(of: Data(body.prefix(40).utf8)) == nil)
    }
}
