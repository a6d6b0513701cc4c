import Attendance
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Store

@Suite struct BackupTests {
    let box: TestBox
    let scene: TestBox.Scene

    init() throws {
        box = try TestBox()
        scene = try box.makeScene()
        try box.redeem(scene.code, in: scene.session)
    }

    private var backups: [Backup] { Backup.list(in: box.folder + "/backup") }

    @Test func backupHoldsTheWholeLedger() throws {
        let backup = try box.store.backUp()
        #expect(backup.head == (try box.store.ledgerHead()))
        #expect(backups == [backup])
        let queue = try DatabaseQueue(path: backup.path)
        #expect(try queue.read { try LedgerVerifier.findings(Connection(database: $0)) }.isEmpty)
    }

    @Test func onlyTheLastOnesAreKept() throws {
        for _ in 0..<10 {
            try box.redeem(scene.code, in: scene.session)
            _ = try box.store.backUp()
        }
        #expect(backups.count == 8)
        #expect(backups.first?.head == (try box.store.ledgerHead()))
        #expect(try FileManager.default.contentsOfDirectory(atPath: box.folder + "/backup").count == 8, "no rests")
    }

    /// A folder on another medium than the box's.
    private let medium = "/dev/shm/diemdanh-\(UUID().uuidString)"

    /// Opens the box again with a second folder for its backups.
    private func reopen(second: String) throws -> Store {
        box.store.stop()
        var options = TestBox.quiet
        options.secondBackupFolder = second
        return try TestBox.open(box.folder, box.clock, options)
    }

    @Test func secondMediumGetsACopy() throws {
        let store = try reopen(second: medium)
        defer { store.stop(); try? FileManager.default.removeItem(atPath: medium) }
        let backup = try store.backUp()
        #expect(Backup.list(in: medium).map(\.head) == [backup.head])
    }

    @Test func mediumThatIsNotMountedGetsNothing() throws {
        let store = try reopen(second: box.folder + "/stick")
        defer { store.stop() }
        _ = try store.backUp()
        #expect(!FileManager.default.fileExists(atPath: box.folder + "/stick"))
    }

    @Test func backupsOfOtherBoxesOnTheMediumAreLeftAlone() throws {
        try FileManager.default.createDirectory(atPath: medium, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: medium) }
        let strange = medium + "/diemdanh-0badcafe-000000999999-\(String(repeating: "ab", count: 32)).sqlite"
        try Data("another box".utf8).write(to: URL(fileURLWithPath: strange))
        let store = try reopen(second: medium)
        defer { store.stop() }
        for _ in 0..<10 { _ = try store.backUp() }
        #expect(FileManager.default.fileExists(atPath: strange))
        #expect(try store.verify().isEmpty)
    }

    @Test func whatWasBeingCopiedWhenThePowerWentIsTakenAway() throws {
        _ = try box.store.backUp()
        let rests = ["/backup/new-\(UUID().uuidString).tmp", "/new-\(UUID().uuidString).tmp"].map { box.folder + $0 }
        for rest in rests { try Data("Lê Thị Hoa".utf8).write(to: URL(fileURLWithPath: rest)) }
        try box.reopen {}
        #expect(rests.filter(FileManager.default.fileExists).isEmpty)
        #expect(backups.count == 1)
    }

    @Test func openingASessionMakesABackupByItself() throws {
        let other = try TestBox(Store.Options())
        try other.makeEvent()
        other.store.stop()
        #expect(Backup.list(in: other.folder + "/backup").count >= 1)
    }

    @Test func quarterOfAnHourOfActivityMakesABackup() throws {
        let other = try TestBox(Store.Options())
        let event = try other.makeEvent(isOpen: false)
        #expect(Backup.list(in: other.folder + "/backup").isEmpty)
        other.clock.advance(seconds: 16 * 60)
        try other.redeem(.unreadable(.other, length: 3), in: event.sessions[0].id)
        other.store.stop()
        #expect(Backup.list(in: other.folder + "/backup").count == 1)
    }

    @Test func restoredBoxHasTheDataTheEventKeysAndANewIdentity() throws {
        let badge = try box.store.badge(for: scene.person.enrolment)
        let (file, target) = (box.folder + "/carried.sqlite", box.folder + "/other")
        _ = try box.store.backUp(to: file)
        let id = try Store.restore(file: file, folder: target) { box.clock.now }
        let restored = try TestBox.open(target, box.clock)
        defer { restored.stop() }
        #expect(restored.box.id == id)
        #expect(id != box.store.box.id)
        #expect(restored.box.verifyingKey != box.store.box.verifyingKey)
        #expect(try restored.badge(for: scene.person.enrolment) == badge)
        #expect(try restored.counts(scene.session).present == 1)
        #expect(try restored.verify().isEmpty)
        #expect(try restored.pool.read { try $0.tableExists("carried_key") } == false)
    }

    @Test func restoringMovesWhatWasThereAside() throws {
        let backup = try box.store.backUp()
        try box.redeem(scene.code, in: scene.session)
        try box.reopen { _ = try Store.restore(file: backup.path, folder: box.folder) { box.clock.now } }
        #expect(try box.store.ledgerHead().entries == backup.head.entries + 1)
        #expect(try box.store.verify().isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: box.folder).contains { $0.hasPrefix("replaced-") })
    }

    @Test func restoringABoxThatIsMarkedAsDamagedTakesTheMarkAway() throws {
        let backup = try box.store.backUp()
        box.store.stop()
        try scribble()
        let id = try Store.restore(file: backup.path, folder: box.folder) { box.clock.now }
        let restored = try TestBox.open(box.folder, box.clock)
        defer { restored.stop() }
        #expect(restored.recovery == nil)
        #expect(restored.box.id == id)
    }

    @Test func restoringAnotherBoxsBackupKeepsTheKeysOfWhatWasThere() throws {
        let other = try TestBox()
        let scene = try other.makeScene()
        let badge = try other.store.badge(for: scene.person.enrolment)
        let file = box.folder + "/carried.sqlite"
        _ = try box.store.backUp(to: file)
        other.store.stop()
        _ = try Store.restore(file: file, folder: other.folder) { box.clock.now }
        let aside = try #require(
            try FileManager.default.contentsOfDirectory(atPath: other.folder).first { $0.hasPrefix("replaced-") })
        let earlier = try TestBox.open(other.folder + "/" + aside, other.clock)
        defer { earlier.stop() }
        #expect(try earlier.badge(for: scene.person.enrolment) == badge)
    }

    @Test func laterRecoveryDoesNotBringBackWhatARestorationPutAside() throws {
        let backup = try box.store.backUp()
        try box.redeem(scene.code, in: scene.session)
        _ = try box.store.backUp()
        try box.reopen { _ = try Store.restore(file: backup.path, folder: box.folder) { box.clock.now } }
        #expect(backups.map(\.head) == [backup.head])
        try box.reopen { try scribble() }
        #expect(try #require(box.store.recovery).entries == backup.head.entries)
    }

    @Test func servedFolderIsNotRestored() throws {
        let backup = try box.store.backUp()
        #expect(throws: StoreError.locked) {
            try Store.restore(file: backup.path, folder: box.folder) { box.clock.now }
        }
    }

    @Test func fileThatIsNoBackupChangesNothing() throws {
        let file = box.folder + "/junk"
        try Data("not a database, not a backup".utf8).write(to: URL(fileURLWithPath: file))
        try box.reopen {
            #expect(throws: StoreError.self) { try Store.restore(file: file, folder: box.folder) { box.clock.now } }
        }
        #expect(try box.store.counts(scene.session).present == 1)
    }

    @Test func backupOfAnotherBoxWithoutItsKeyIsRefused() throws {
        let backup = try box.store.backUp()
        let other = box.folder + "/other"
        _ = try Store.create(folder: other) { box.clock.now }
        #expect(throws: StoreError.unusableBackup("it belongs to another box key")) {
            try Store.restore(file: backup.path, folder: other) { box.clock.now }
        }
    }

    @Test func tamperedBackupIsRefused() throws {
        let backup = try box.store.backUp()
        let queue = try DatabaseQueue(path: backup.path)
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "DROP TRIGGER ledger_no_update; UPDATE ledger SET gate = 'X' WHERE seq = 2")
        }
        try queue.close()
        box.store.stop()
        #expect(throws: StoreError.unusableBackup("entry 2 was changed")) {
            try Store.restore(file: backup.path, folder: box.folder) { box.clock.now }
        }
    }

    @Test func damagedDatabaseIsMarkedAndTheNewestGoodBackupTakesItsPlace() throws {
        let backup = try box.store.backUp()
        try box.reopen { try scribble() }
        let recovery = try #require(box.store.recovery)
        #expect(recovery.entries == backup.head.entries)
        #expect(FileManager.default.fileExists(atPath: recovery.movedTo + "/diemdanh.sqlite"))
        #expect(try box.store.counts(scene.session).present == 1)
        #expect(FileManager.default.fileExists(atPath: box.folder + "/damaged") == false)
    }

    /// Damages the database, lets a store find it, and leaves the folder marked.
    private func scribble() throws {
        let path = box.folder + "/diemdanh.sqlite"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        // Every page but the first gets rubbish over its header.
        for page in stride(from: 4_096, to: bytes.count, by: 4_096) {
            bytes.replaceSubrange(page..<page + 64, with: Data(repeating: 0xAA, count: 64))
        }
        try bytes.write(to: URL(fileURLWithPath: path))
        let fatal = Mutex<StoreError?>(nil)
        if let store = try? TestBox.open(box.folder, box.clock, onFatal: { error in fatal.withLock { $0 = error } }) {
            store.checkDatabase()
            store.stop()
            #expect(fatal.withLock { $0 } != nil)
        }
        #expect(FileManager.default.fileExists(atPath: box.folder + "/damaged"))
    }

    @Test func damagedDatabaseWithoutABackupIsNeverReplacedByAnEmptyOne() throws {
        box.store.stop()
        try scribble()
        #expect(throws: StoreError.self) { try TestBox.open(box.folder, box.clock) }
        #expect(FileManager.default.fileExists(atPath: box.folder + "/damaged"))
    }

    @Test func soundDatabaseIsNotMarked() throws {
        box.store.checkDatabase()
        #expect(FileManager.default.fileExists(atPath: box.folder + "/damaged") == false)
    }
}
