import Attendance
import Crypto
import Exchange
import Foundation
import Testing

@testable import Province

/// Bundles of simulated boxes into a real PostgreSQL.
@Suite struct IntakeTests {
    private let province: TestProvince
    private var box = TestLedger()
    private let event = TestEvent()

    init() throws {
        province = try TestProvince()
        try province.register(box)
    }

    @Test mutating func aScanBecomesAttendance() throws {
        box.scan(event[0], in: event.morning, at: 60)
        box.scan(event[1], in: event.morning, at: 3_600)
        box.scan(event[1], in: event.morning, at: 3_700, outcome: "already_redeemed")
        let receipt = try province.take(try box.bundle(of: event))
        #expect(receipt.scans.map(\.result) == [.accepted, .accepted, .accepted])
        #expect(receipt.accepted == 3)
        #expect(try province.number("SELECT count(*) FROM report.attendance WHERE status = 'present'") == 1)
        #expect(try province.number("SELECT count(*) FROM report.attendance WHERE status = 'late'") == 1)
        #expect(try province.number("SELECT count(*) FROM report.scan") == 3)
    }

    @Test mutating func theSameBundleAgainGivesTheSameReceipt() throws {
        box.scan(event[0], in: event.morning, at: 60)
        let bundle = try box.bundle(of: event)
        let first = try province.intake.take(bundle, at: TestProvince.now)
        let second = try province.intake.take(bundle, at: TestProvince.now.adding(minutes: 5))
        #expect(first.isNew && !second.isNew)
        #expect(first.account.hasSuffix(", event 482157: 1 accepted, 0 duplicate, 0 refused"))
        #expect(first.account == second.account)
        #expect(first.receipt == second.receipt)
        #expect(try province.number("SELECT count(*) FROM province.bundle") == 1)
    }

    @Test mutating func anEncryptedBundleIsTheSameBundle() throws {
        box.scan(event[0], in: event.morning, at: 60)
        let bundle = try box.bundle(of: event)
        let carried = try BundleWriter.encrypted(bundle, to: [province.keys.age.publicKey])
        #expect(try province.intake.take(carried, at: TestProvince.now).isNew)
        #expect(try !province.intake.take(bundle, at: TestProvince.now).isNew)
    }

    @Test mutating func aBundleThatOverlapsAnotherOneCountsItsScansOnce() throws {
        box.scan(event[0], in: event.morning, at: 60)
        try province.take(try box.bundle(of: event))
        box.scan(event[1], in: event.morning, at: 61)
        let receipt = try province.take(try box.bundle(of: event))
        #expect(receipt.scans.map(\.result) == [.duplicate, .accepted])
        #expect(try province.number("SELECT count(*) FROM report.scan") == 2)
    }

    @Test mutating func aRefusedScanRefusesNoOther() throws {
        let stranger = TestEvent("khác")
        box.scan(event[0], in: event.morning, at: 60)
        box.scan(event[0], in: stranger.morning, at: 61)
        box.scan(stranger[0], in: event.morning, at: 62)
        box.scan(event[0], in: event.morning, at: 63, outcome: "nonsense")
        box.scan(event[1], in: event.morning, at: 64)
        let receipt = try province.take(try box.bundle(of: event))
        #expect(receipt.scans.map(\.result) == [.accepted, .refused, .refused, .refused, .accepted])
        #expect(
            receipt.scans.map(\.reason)
                == [nil, "unknown_session", "unknown_participant", "unknown_outcome", nil])
        #expect(try province.number("SELECT count(*) FROM report.scan") == 2)
        #expect(try province.number("SELECT count(*) FROM province.refusal") == 3)
    }

    @Test mutating func aRefusedScanOfSomebodyFromAnotherEventIsKept() throws {
        let stranger = TestEvent("khác")
        box.scan(stranger[0], in: event.morning, at: 60, outcome: "wrong_event")
        let receipt = try province.take(try box.bundle(of: event))
        #expect(receipt.scans.map(\.result) == [.accepted])
        #expect(
            try province.number("SELECT count(*) FROM province.entry WHERE enrolment IS NULL AND kind = 'redeem'") == 1)
    }

    @Test mutating func aBoxThatCallsItselfByAnotherOnesNameStoresNothing() throws {
        let first = try box.bundle(of: event)
        try province.take(first)
        var other = TestLedger()
        try province.register(other, as: "giả")
        other.scan(event[0], in: event.morning, at: 60)
        var contents = other.contents(of: event)
        contents.manifest.box = box.id
        let forged = try BundleWriter.bytes(contents, key: other.key)
        #expect(throws: BundleRefusal.foreignBox(name: "giả")) { try province.take(forged) }
        try province.take(try other.bundle(of: event))
        #expect(throws: BundleRefusal.foreignBox(name: "giả")) { try province.take(forged) }
        #expect(try province.number("SELECT count(DISTINCT box) FROM province.box") == 2)
    }

    @Test mutating func anOfficerLearnsThatABoxRenamesTheEventOfAnother() throws {
        try province.take(try box.bundle(of: event))
        let other = TestLedger()
        try province.register(other, as: "hộp hai")
        try province.take(try other.bundle(of: event))
        #expect(try province.number("SELECT count(*) FROM province.bundle WHERE finding IS NOT NULL") == 0)
        let renamed = TestEvent(programme: "Khác")
        var later = other
        later.scan(event[0], in: event.morning, at: 60)
        try province.take(try later.bundle(of: renamed))
        #expect(
            try province.number("SELECT count(*) FROM province.bundle WHERE finding LIKE 'changes the event%'") == 1)
    }

    @Test mutating func anEntryNamedTwiceCountsOnce() throws {
        let scan = box.scan(event[0], in: event.morning, at: 60)
        box.append(scan, as: scan.id)
        let receipt = try province.take(try box.bundle(of: event))
        #expect(receipt.scans.map(\.result) == [.accepted, .duplicate])
        #expect(try province.number("SELECT count(*) FROM report.scan") == 1)
    }

    @Test mutating func aNonceUsedTwiceCountsOnce() throws {
        let nonce = UUID()
        box.scan(event[0], in: event.morning, at: 60, nonce: nonce)
        box.scan(event[1], in: event.morning, at: 61, nonce: nonce)
        box.scan(event[1], in: event.afternoon, at: 62, nonce: nonce)
        let receipt = try province.take(try box.bundle(of: event))
        #expect(receipt.scans.map(\.result) == [.accepted, .duplicate, .duplicate])
        #expect(try province.number("SELECT count(*) FROM report.scan") == 1)
    }

    @Test mutating func aScanOfAnyTimeIsTaken() throws {
        for milliseconds: Int64 in [-9_000_000_000_000, 0, 253_402_300_799_999] {
            var line = box.scan(event[0], in: event.morning, at: 60)
            (line.occurredMilliseconds, line.sentMilliseconds) = (milliseconds, 253_402_300_799_999)
            line.nonce = "00" + Hex.encode(Array("\(milliseconds)".utf8))
            box.append(line, as: TestEvent.id("scan at \(milliseconds)"))
        }
        let receipt = try province.take(try box.bundle(of: event))
        #expect(receipt.refused == 0)
    }

    @Test mutating func aValueThatNoTableTakesIsARefusalAndNoReasonToTryAgain() throws {
        let event = TestEvent(number: 1_000_000)
        let bundle = try box.bundle(of: event)
        #expect(throws: BundleRefusal.unusable(.contradiction("values"))) { try province.take(bundle) }
    }

    @Test mutating func whoIsNotRegisteredStoresNothing() throws {
        let unknown = TestLedger()
        let bundle = try unknown.bundle(of: event)
        #expect(throws: BundleRefusal.unknownBox(key: unknown.key.publicKey.line)) { try province.take(bundle) }
        #expect(try province.number("SELECT count(*) FROM province.box") == 0)
        #expect(try province.number("SELECT count(*) FROM province.event") == 0)
    }

    @Test func aRevokedBoxStoresNothing() throws {
        let revoked = TestLedger()
        try province.register(revoked, as: "mất")
        try province.take(try revoked.bundle(of: event))
        try province.registry.change { try $0.revokeBox("mất", at: TestProvince.now) }
        let bundle = try revoked.bundle(of: TestEvent("sau"))
        #expect(throws: BundleRefusal.revokedBox(name: "mất")) { try province.take(bundle) }
        #expect(try province.number("SELECT count(*) FROM province.event") == 1)
    }

    @Test mutating func aBundleSignedByAnotherKeyIsRefused() throws {
        box.scan(event[0], in: event.morning, at: 60)
        let forged = try BundleWriter.bytes(box.contents(of: event), key: TestLedger().key)
        #expect(throws: BundleRefusal.badSignature) { try province.take(forged) }
        let foreign = try BundleWriter.encrypted(try box.bundle(of: event), to: [AgreementKey().publicKey])
        #expect(throws: BundleRefusal.unusable(.notForThisKey)) { try province.take(foreign) }
        #expect(try province.number("SELECT count(*) FROM province.bundle") == 0)
    }

    @Test mutating func everyBeginningOfABundleIsRefused() throws {
        box.scan(event[0], in: event.morning, at: 60)
        let bundle = try box.bundle(of: event)
        for tenth in 0..<10 {
            #expect(throws: BundleRefusal.self) { try province.take(Array(bundle.prefix(bundle.count * tenth / 10))) }
        }
        #expect(try province.number("SELECT count(*) FROM province.bundle") == 0)
    }

    @Test mutating func bundlesMayArriveInTheWrongOrder() throws {
        let scan = box.scan(event[0], in: event.morning, at: 60)
        box.scan(event[1], in: event.morning, at: 61)
        box.annul(scan, at: 70)
        let other = try TestProvince()
        try other.register(box)
        for part in [(0, 2), (2, 3), (3, 4)] {
            try other.take(try box.bundle(of: event, after: part.0, upTo: part.1))
        }
        for part in [(3, 4), (2, 3), (0, 2)] {
            try province.take(try box.bundle(of: event, after: part.0, upTo: part.1))
        }
        #expect(try province.results() == other.results())
        #expect(try province.number("SELECT count(*) FROM province.bundle WHERE finding IS NOT NULL") == 0)
        #expect(try province.number("SELECT count(*) FROM report.attendance WHERE status = 'present'") == 1)
    }

    @Test mutating func aForkedLedgerIsFlagged() throws {
        box.scan(event[0], in: event.morning, at: 60)
        var copy = box
        box.scan(event[1], in: event.morning, at: 61)
        copy.scan(event[2], in: event.morning, at: 62)
        try province.take(try box.bundle(of: event))
        #expect(try province.number("SELECT count(*) FROM province.bundle WHERE finding IS NOT NULL") == 0)
        try province.take(try copy.bundle(of: event))
        #expect(try province.number("SELECT count(*) FROM province.bundle WHERE finding IS NOT NULL") == 1)
        #expect(try province.number("SELECT count(*) FROM report.attendance WHERE status = 'present'") == 3)
    }

    @Test mutating func eachYearHasAPartitionOfItsOwn() throws {
        box.scan(event[0], in: event.morning, at: 60)
        try province.take(try box.bundle(of: event))
        #expect(try province.number("SELECT count(*) FROM province.entry_2024") == 1)
        #expect(try province.number("SELECT count(*) FROM province.attendance_2024") == 1)
    }
}
