import Attendance
import Crypto
import Foundation
import Testing

@testable import Store

/// A card's number leaves the box only in a form that the province alone can open.
@Suite struct SealedNumberTests {
    private let province = AgreementKey()
    private let number = "001180000077"

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
}
