internal import Attendance
internal import Crypto
internal import Foundation
internal import GRDB

/// Puts a backup in the place of a database.
struct Restoration {
    let folder: Folder
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
    /// The backup itself is not changed. Until the last rename the old database stays where it was.
    func install(_ backup: String) throws -> Result {
        let temporary = folder.path + "/restored-\(UUID().uuidString).tmp"
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        do {
            try FileManager.default.copyItem(atPath: backup, toPath: temporary)
        } catch {
            throw StoreError.unusableBackup("\(backup) cannot be read")
        }
        chmod(temporary, 0o600)
        let copy = try giveNewIdentity(temporary)
        try copy.keys.write(to: folder)
        let target = folder.path + "/replaced-\(now.wall.milliseconds)-\(UUID().uuidString.prefix(8))"
        let isReplacement = try moveDatabase(to: target)
        try DurableFile.replace(folder.database, with: temporary)
        try move(copy.foreignBackups, to: target)
        return Result(box: copy.box, head: copy.head, movedTo: isReplacement ? target : nil)
    }

    /// A backup with its new identity.
    private struct Copy {
        let keys: BoxKeys
        let box: String
        let head: LedgerHead
        /// Backups in the folder that are of another ledger, or of what came later.
        let foreignBackups: [Backup]
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
                let foreign = try Backup.list(in: folder.backups).filter { try !connection.has($0.head) }
                try database.inTransaction {
                    try connection.rename(box, keys: keys, now: now)
                    return .commit
                }
                return Copy(keys: keys, box: box, head: head, foreignBackups: foreign)
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

    /// Moves the database into a folder of its own; false if there is none.
    private func moveDatabase(to target: String) throws -> Bool {
        guard FileManager.default.fileExists(atPath: folder.database) else { return false }
        try DurableFile.createFolder(target)
        for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: folder.database + suffix) {
            try FileManager.default.moveItem(
                atPath: folder.database + suffix, toPath: target + "/diemdanh.sqlite" + suffix)
        }
        return true
    }

    private func move(_ backups: [Backup], to target: String) throws {
        if backups.isEmpty { return }
        try DurableFile.createFolder(target)
        for backup in backups {
            try FileManager.default.moveItem(
                atPath: backup.path, toPath: target + "/" + (backup.path as NSString).lastPathComponent)
        }
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
