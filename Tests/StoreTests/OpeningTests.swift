import Attendance
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Store

@Suite struct OpeningTests {
    let box: TestBox

    init() throws {
        box = try TestBox()
    }

    @Test(arguments: Pragmas.ofWriter.map(\.name))
    func writerHasTheSettingsThatDurabilityNeeds(pragma: String) throws {
        let expected = Pragmas.ofWriter.first { $0.name == pragma }?.value
        let found = try box.store.pool.writeWithoutTransaction { try Row.fetchOne($0, sql: "PRAGMA \(pragma)") }
        let value: DatabaseValue = try #require(found)[0]
        #expect("\(value)".trimmingCharacters(in: ["\""]) == expected)
    }

    @Test func commitsWaitForTheDisk() throws {
        let synchronous = try box.store.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        #expect(synchronous == 2)
    }

    @Test func secondWriterIsRefused() throws {
        #expect(throws: StoreError.locked) { try TestBox.open(box.folder, box.clock) }
    }

    @Test func secondBoxInOneFolderIsRefused() throws {
        box.store.stop()
        #expect(throws: StoreError.alreadyExists) { try Store.create(folder: box.folder) { box.clock.now } }
    }

    @Test func emptyFolderHoldsNoStore() {
        #expect(throws: StoreError.notInitialised) { try TestBox.open("/nonexistent", box.clock) }
    }

    @Test func readerWorksBesideTheWriterAndTakesNoCommands() throws {
        let event = try box.makeEvent()
        let reader = try TestBox.open(box.folder, box.clock, mode: .readOnly)
        defer { reader.stop() }
        #expect(try reader.events().map(\.id) == [event.id])
        #expect(throws: StoreError.readOnly) { try reader.perform(EndStaffSession(token: "")) }
        box.clock.advance(seconds: 1)
        let second = try box.makeEvent(name: "Hai")
        #expect(try reader.events().map(\.id) == [second.id, event.id])
    }

    @Test func readerWorksAfterTheWriterHasStopped() throws {
        let event = try box.makeEvent()
        box.store.stop()
        let reader = try TestBox.open(box.folder, box.clock, mode: .readOnly)
        defer { reader.stop() }
        #expect(try reader.event(event.id)?.id == event.id)
    }

    @Test func stoppingEmptiesTheWriteAheadLog() throws {
        try box.makeEvent()
        box.store.stop()
        let size = try? FileManager.default.attributesOfItem(atPath: box.folder + "/diemdanh.sqlite-wal")[.size] as? Int
        #expect((size ?? 0) == 0)
    }

    @Test func keysAndDatabaseAreForTheOwnerOnly() throws {
        for (path, mode) in [
            ("/keys", 0o700), ("/keys/box.key", 0o600), ("/keys/sign.key", 0o600), ("/diemdanh.sqlite", 0o600),
        ] {
            let found = try FileManager.default.attributesOfItem(atPath: box.folder + path)[.posixPermissions] as? Int
            #expect(found == mode, "\(path)")
        }
    }

    @Test func databaseBesideAnotherKeyIsNoticed() throws {
        box.store.stop()
        try Data(repeating: 7, count: 32).write(to: URL(fileURLWithPath: box.folder + "/keys/box.key"))
        #expect(throws: StoreError.damaged("the box key does not belong to the database")) {
            try TestBox.open(box.folder, box.clock)
        }
    }

    @Test func fullDiskRefusesAndRecoversByItself() throws {
        let scene = try box.makeScene()
        let pages = try box.store.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        try limit(pages: pages)
        var error: StoreError?
        for number in 0..<2_000 where error == nil {
            do { try box.redeem(scene.code, in: scene.session, nonce: "n\(number)") } catch let thrown as StoreError {
                error = thrown
            }
        }
        #expect(error == .full)
        #expect(try box.store.health(now: box.clock.now).isWritable)
        try limit(pages: 1_000_000)
        #expect(try box.redeem(scene.code, in: scene.session, nonce: "again").isRepeat == false)
        #expect(try box.store.verify().isEmpty)
    }

    private func limit(pages: Int) throws {
        try box.store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
    }

    @Test func ledgerGoesOnWhereItEndedAfterARestart() throws {
        let scene = try box.makeScene()
        let head = try box.store.ledgerHead()
        try box.reopen()
        #expect(try box.store.ledgerHead() == head)
        #expect(try box.redeem(scene.code, in: scene.session).seq == head.entries + 1)
        #expect(try box.store.verify().isEmpty)
    }

    @Test func doctorFindsNothingBadInANewBox() throws {
        let facts = try box.store.doctor(now: box.clock.now)
        #expect(Set(facts.map(\.subject)) == Set(DoctorFact.Subject.allCases).subtracting([.certificate]))
        #expect(facts.filter { $0.subject != .diskSpace }.allSatisfy { $0.state < .bad })
    }

    @Test func doctorSeesReadableKeys() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: box.folder + "/keys")
        let fact = try box.store.doctor(now: box.clock.now).first { $0.subject == .permissions }
        #expect(fact?.state == .bad)
    }
}
