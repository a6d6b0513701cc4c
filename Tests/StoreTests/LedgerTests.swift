import Attendance
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct LedgerTests {
    let box: TestBox
    let scene: TestBox.Scene

    init() throws {
        box = try TestBox()
        scene = try box.makeScene()
        for number in 0..<6 {
            box.clock.advance(seconds: 30)
            try box.redeem(scene.code, in: scene.session, direction: number.isMultiple(of: 2) ? .entry : .exit)
        }
    }

    /// Drops what protects the ledger, changes it, and verifies.
    private func findings(after sql: String) throws -> [Finding] {
        try box.tamper(
            "PRAGMA foreign_keys = OFF; DROP TRIGGER ledger_no_update; DROP TRIGGER ledger_no_delete; " + sql)
        return try box.store.verify()
    }

    @Test func untouchedLedgerHasNoFindings() throws {
        #expect(try box.store.verify().isEmpty)
        #expect(try box.store.ledgerHead().entries == (try box.value("SELECT count(*) FROM ledger")))
    }

    @Test(arguments: ["UPDATE ledger SET gate = 'X' WHERE seq = 3", "DELETE FROM ledger WHERE seq = 3"])
    func triggersRefuseChanges(sql: String) throws {
        try box.reopen {
            let queue = try DatabaseQueue(path: box.folder + "/diemdanh.sqlite")
            #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
            try queue.close()
        }
    }

    @Test(arguments: [
        "direction = 'exit'", "gate = 'Z'", "wall_ms = wall_ms + 1", "outcome = 'blocked'", "flags = 1",
        "nonce = zeroblob(16)", "actor = 'system'", "hash = zeroblob(32)",
    ])
    func changedColumnIsFoundAndNamed(change: String) throws {
        let seq: Int64 = try #require(
            try box.value("SELECT seq FROM ledger WHERE kind = 'redeem' ORDER BY seq LIMIT 1"))
        let found = try findings(after: "UPDATE ledger SET \(change) WHERE seq = \(seq)")
        #expect(found.contains(Finding(seq: seq, kind: .changed)))
    }

    @Test func missingEntryIsNamed() throws {
        let found = try findings(after: "DELETE FROM ledger WHERE seq = 7")
        #expect(found.contains(Finding(seq: 7, kind: .missing(through: 7))))
        #expect(!found.contains { $0.seq < 7 })
    }

    @Test func numbersWithoutEndAreOneFinding() throws {
        let end = try box.store.ledgerHead().entries
        let found = try findings(after: "UPDATE ledger SET seq = \(Int64.max) WHERE seq = \(end)")
        #expect(found.contains(Finding(seq: end, kind: .missing(through: .max - 1))))
        #expect(found.count < 5)
    }

    @Test(arguments: [(6, 7), (5, 9)])
    func entriesThatChangedPlacesAreNamed(one: Int64, two: Int64) throws {
        let found = try findings(
            after: """
                UPDATE ledger SET seq = -1 WHERE seq = \(one);
                UPDATE ledger SET seq = \(one) WHERE seq = \(two);
                UPDATE ledger SET seq = \(two) WHERE seq = -1;
                """)
        #expect(found.contains(Finding(seq: one, kind: .reordered(from: two))))
        #expect(found.contains(Finding(seq: two, kind: .reordered(from: one))))
    }

    @Test func ledgerCutShortIsNoticedByItsHead() throws {
        let end = try box.store.ledgerHead().entries
        let found = try findings(after: "DELETE FROM ledger WHERE seq = \(end)")
        #expect(found.contains(Finding(seq: end, kind: .truncated)))
    }

    @Test func ledgerAndHeadCutShortTogetherAreNoticedByABackup() throws {
        let backup = try box.store.backUp()
        let end = backup.head.entries
        let found = try findings(
            after: """
                DELETE FROM ledger WHERE seq = \(end);
                UPDATE ledger_head SET seq = \(end - 1), hash = (SELECT hash FROM ledger WHERE seq = \(end - 1));
                """)
        #expect(found == [Finding(seq: end, kind: .truncated)])
    }

    @Test func changedReasonIsNoticedAndAnErasedOneIsNot() throws {
        let scan = try box.redeem(scene.code, in: scene.session, direction: .exit, isForced: true, reason: "thật")
        try box.tamper("UPDATE note SET text = 'giả' WHERE seq = \(scan.seq)")
        #expect(try box.store.verify() == [Finding(seq: scan.seq, kind: .noteChanged)])
        try box.tamper("DELETE FROM note WHERE seq = \(scan.seq)")
        #expect(try box.store.verify().isEmpty)
    }

    @Test func namesNeverStandInTheLedger() throws {
        let rows = try box.store.pool.read { try Row.fetchAll($0, sql: "SELECT * FROM ledger") }
        #expect(!rows.contains { "\($0)".contains("Ví Dụ") })
        #expect(rows.count > 6)
    }

    @Test func sealIsTheHashOfTheClosingEntry() throws {
        let seal = try box.store.perform(CloseSession(session: scene.session, actor: .system))
        #expect(seal.number == 1)
        #expect(seal.hash == (try box.store.ledgerHead().hash))
        #expect(try box.store.perform(CloseSession(session: scene.session, actor: .system)) == seal)
    }

    @Test func laterEntryMakesTheNextSeal() throws {
        let then = box.clock.now.wall
        box.clock.advance(seconds: 60)
        _ = try box.store.perform(CloseSession(session: scene.session, actor: .system))
        let late = try box.redeem(scene.code, in: scene.session, direction: .exit, occurredAt: then)
        let seals = try box.store.seals(of: scene.session)
        #expect(seals.map(\.number) == [1, 2])
        #expect(seals[1].seq > late.seq)
        #expect(try box.store.verify().isEmpty)
    }

    @Test func refusedScanAfterClosingNeedsNoNewSeal() throws {
        _ = try box.store.perform(CloseSession(session: scene.session, actor: .system))
        try box.redeem(scene.code, in: scene.session)
        #expect(try box.store.seals(of: scene.session).count == 1)
    }
}
