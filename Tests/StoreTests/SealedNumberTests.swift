import Attendance
import Crypto
import Exchange
import Foundation
import Testing

@testable import Store

/// A card's number leaves the box only in a form that the province alone can open.
@Suite struct SealedNumberTests {
    private let province = AgreementKey()
    private let number = "001180000077"
    private let signKey = MinisignPublicKey(SigningKey().verifyingKey)

    private func box(withProvince: Bool) throws -> TestBox {
        var options = TestBox.quiet
        if withProvince {
            options.province = ProvinceSettings(
                signKey: MinisignPublicKey(SigningKey().verifyingKey), ageKey: province.publicKey)
        }
        return try TestBox(options)
    }

    private func enrol(_ box: TestBox, in event: Event) throws {
        var command = EnrolWalkIn(
            event: event.id, person: box.makeEntry("Lò Thị Khách", number: number), idempotencyKey: UUID().uuidString,
            actor: TestBox.desk)
        command.sealedNumber = try box.store.sealed(citizenNumber: number)
        _ = try box.store.perform(command)
    }

    @Test func provinceOpensWhatTheBoxCannot() throws {
        let box = try box(withProvince: true)
        try enrol(box, in: box.makeEvent())
        let kept = try #require(try box.value("SELECT province_number FROM participant") as Data?)
        #expect(try SealedBox.open(Array(kept), with: province) == Array(number.utf8))
    }

    @Test func withoutAProvinceNothingIsKept() throws {
        let box = try box(withProvince: false)
        try enrol(box, in: box.makeEvent())
        #expect(try box.value("SELECT count(*) FROM participant WHERE province_number IS NULL") == 1)
    }

    @Test func secondScanKeepsTheFirstSeal() throws {
        let box = try box(withProvince: true)
        let event = try box.makeEvent()
        try enrol(box, in: event)
        let first = try box.value("SELECT hex(province_number) FROM participant") as String?
        try enrol(box, in: event)
        #expect(try box.value("SELECT hex(province_number) FROM participant") == first)
    }

    @Test func anotherProvinceGetsNoNumberThatItCannotOpen() throws {
        let (box, other) = (try TestBox(), AgreementKey())
        let event = try box.makeEvent()
        _ = try box.store.perform(SetProvince(settings(province), actor: .system))
        try enrol(box, in: event)
        #expect(try box.store.change(to: settings(province)).sealedToAnother == 0)
        #expect(try box.store.change(to: settings(other)).sealedToAnother == 1)
        _ = try box.store.perform(SetProvince(settings(other), actor: .system))
        #expect(try sealed(box, event) == nil)
        try enrol(box, in: event)
        let again = try #require(try sealed(box, event))
        #expect(try SealedBox.open(again, with: other) == Array(number.utf8))
    }

    @Test func whoReceivesTheRecordStandsInTheLedger() throws {
        let box = try TestBox()
        let first = settings(province)
        #expect(try box.store.perform(SetProvince(first, actor: .system)))
        #expect(try !box.store.perform(SetProvince(first, actor: .system)))
        let told: String? = try box.value("SELECT group_concat(detail) FROM ledger WHERE kind = 'province_set'")
        #expect(told == "\(first.signKey.line) \(first.ageKey.ageText)")
        #expect(try box.store.verify() == [])
        try box.reopen()
        #expect(try box.store.province == first)
    }

    private func settings(_ key: AgreementKey) -> ProvinceSettings {
        ProvinceSettings(
            url: "https://tinh.example.vn", signKey: signKey, ageKey: key.publicKey)
    }

    /// The sealed number that a bundle has of the only person.
    private func sealed(_ box: TestBox, _ event: Event) throws -> [UInt8]? {
        try box.store.bundle(of: event.id, software: "test", now: box.clock.now).people.first?.sealedNumber
            .flatMap(Base64.padded.decode)
    }
}
