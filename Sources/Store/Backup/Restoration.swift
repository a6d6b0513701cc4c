internal import Attendance
internal import Crypto
internal import Foundation
internal import GRDB

/// Puts a backup in the place of a database.
struct Restoration {
    let folder: Folder
    let folders: BackupFolders
    let now: ClockReading

    /// What stands there now.
    struct Result {
        let box: String
        let head: LedgerHead
        /// Where the old database was moved; nil if there was none.
        let movedTo: String?
    }

    /// Checks a backup, gives it a new identity and puts it in place.
    ///
    /// The backup itself is not changed. Where the power goes in the middle there is no database, and what was there is
    /// aside with its keys: it is asked for again, and nothing starts that does not fit together.
    func install(_ backup: String) throws -> Result {
        folders.removeRests()
        let temporary = folder.path + "/" + BackupFolders.newName()
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        do {
            try FileManager.default.copyItem(atPath: backup, toPath: temporary)
        } catch {
            throw StoreError.unusableBackup("\(backup) cannot be read")
        }
        chmod(temporary, 0o600)
        let copy = try giveNewIdentity(temporary)
        let target = folder.path + "/replaced-\(now.wall.milliseconds)-\(UUID().uuidString.prefix(8))"
        let isReplacement = try moveDatabase(to: target)
        try copy.keys.write(to: folder)
        try DurableFile.replace(folder.database, with: temporary)
        try takeOver(copy, target)
        try removeMark()
        return Result(box: copy.box, head: copy.head, movedTo: isReplacement ? target : nil)
    }

    /// A backup with its new identity.
    private struct Copy {
        let keys: BoxKeys
        let box: String
        let head: LedgerHead
        /// Backups that the new box goes on with: they are of its ledger.
        let kept: [Backup]
        /// Backups beside the data that are of another ledger, or of what came later.
        let foreign: [Backup]
    }

    private func giveNewIdentity(_ path: String) throws -> Copy {
        do {
            let queue = try DatabaseQueue(path: path)
            defer { try? queue.close() }
            return try queue.writeWithoutTransaction { database in
                let connection = Connection(database: database)
                let head = try connection.checkedHead()
                let findings = try LedgerVerifier.findings(connection)
                guard findings.isEmpty else { throw StoreError.unusableBackup("\(findings[0])") }
                let keys = try keys(connection)
                let box = UUID().uuidString.lowercased()
                let earlier = try? BoxKeys(folder: folder)
                let kept = try earlier.map(folders.backups)?.filter { try connection.has($0.head) } ?? []
                let foreign = Backup.list(in: folders.own).filter { !kept.contains($0) }
                try database.inTransaction {
                    try connection.rename(box, keys: keys, now: now)
                    return .commit
                }
                return Copy(keys: keys, box: box, head: head, kept: kept, foreign: foreign)
            }
        } catch let error as DatabaseError {
            throw StoreError.unusableBackup(error.message ?? "\(error.resultCode)")
        }
    }

    /// The box key of the backup or else of the folder, with a new signing key.
    private func keys(_ connection: Connection) throws -> BoxKeys {
        let isCarried = try connection.first("SELECT 1 FROM sqlite_schema WHERE name = 'carried_key'") { _ in true }
        let carried =
            isCarried == nil
            ? nil
            : try connection.first("SELECT box_key FROM carried_key") {
                try $0[0] as [UInt8]
            }
        let boxKey = try carried ?? BoxKeys(folder: folder).boxKey
        let keys = try BoxKeys(boxKey: boxKey, signingKey: SigningKey())
        let check = try connection.first("SELECT key_check FROM box") { try $0[0] as [UInt8] }
        guard keys.check == check else { throw StoreError.unusableBackup("it belongs to another box key") }
        return keys
    }

    /// Moves the database into a folder of its own, and copies the keys that open it; false if there is none.
    private func moveDatabase(to target: String) throws -> Bool {
        let names = ["", "-wal", "-shm"].filter { FileManager.default.fileExists(atPath: folder.database + $0) }
        if names.isEmpty { return false }
        try DurableFile.createFolder(target)
        if let keys = try? BoxKeys(folder: folder) { try keys.write(to: Folder(path: target)) }
        for name in names {
            try FileManager.default.moveItem(
                atPath: folder.database + name, toPath: Folder(path: target).database + name)
        }
        try DurableFile.synchronise(target)
        try DurableFile.synchronise(folder.path)
        return true
    }

    /// Names the backups of this ledger as the new box's, and moves the others away: no later recovery may take them.
    private func takeOver(_ copy: Copy, _ target: String) throws {
        for backup in copy.kept {
            let place = (backup.path as NSString).deletingLastPathComponent
            try FileManager.default.moveItem(
                atPath: backup.path, toPath: place + "/" + Backup.name(backup.head, of: copy.keys.tag))
        }
        if copy.foreign.isEmpty { return }
        try DurableFile.createFolder(target)
        for backup in copy.foreign {
            try FileManager.default.moveItem(
                atPath: backup.path, toPath: target + "/" + (backup.path as NSString).lastPathComponent)
        }
    }

    /// The database that was marked as damaged is not there any more.
    private func removeMark() throws {
        guard FileManager.default.fileExists(atPath: folder.mark) else { return }
        try FileManager.default.removeItem(atPath: folder.mark)
        try DurableFile.synchronise(folder.path)
    }
}

extension Connection {
    /// Whether the ledger has this head.
    fileprivate func has(_ head: LedgerHead) throws -> Bool {
        let hash = try first("SELECT hash FROM ledger WHERE seq = ?", head.entries) { try $0[0] as [UInt8] }
        return hash == head.bytes
    }

    /// Makes the copy a box of its own.
    fileprivate func rename(_ box: String, keys: BoxKeys, now: ClockReading) throws {
        try run("DROP TABLE IF EXISTS carried_key")
        try run("UPDATE box SET id = ?", box)
        let transaction = Transaction(self, keys: keys, state: try WriterState(self), now: now)
        var entry = LedgerEntry(.restored, actor: .system, in: transaction)
        entry.detail = box
        try transaction.append(entry)
        try transaction.finish()
    }
}
