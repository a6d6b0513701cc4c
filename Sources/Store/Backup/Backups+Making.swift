internal import Foundation
internal import GRDB

extension Backups {
    /// Makes a backup in the data folder and on the second medium, and removes the oldest ones.
    func make() throws -> Backup {
        let backup = try make(in: folders.own)
        if let second = folders.mounted { _ = try make(in: second) }
        return backup
    }

    private func make(in target: String) throws -> Backup {
        try DurableFile.createFolder(target)
        let temporary = target + "/" + BackupFolders.newName()
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        let head = try copy(to: temporary, carriesKey: false)
        let backup = Backup(path: target + "/" + Backup.name(head, of: keys.tag), owner: keys.tag, head: head)
        try DurableFile.replace(backup.path, with: temporary)
        removeOld(in: target)
        return backup
    }

    /// Makes a backup that another box can restore: it carries the box key, so it must be kept like one.
    func make(at path: String) throws -> Backup {
        let temporary = path + ".new"
        try? FileManager.default.removeItem(atPath: temporary)
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        let head = try copy(to: temporary, carriesKey: true)
        try DurableFile.replace(path, with: temporary)
        return Backup(path: path, owner: keys.tag, head: head)
    }

    /// Copies the database as one commit left it, and checks the copy.
    private func copy(to path: String, carriesKey: Bool) throws -> LedgerHead {
        try DurableFile.create(path)
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        try pool.backup(to: queue)
        return try queue.writeWithoutTransaction { database in
            let connection = Connection(database: database)
            // One file: the copy has the write-ahead setting of the original.
            _ = try connection.first("PRAGMA journal_mode = DELETE") { try $0[0] as String }
            if carriesKey { try connection.carry(keys) }
            return try connection.checkedHead()
        }
    }

    private func removeOld(in target: String) {
        for backup in Backup.list(in: target, of: keys.tag).dropFirst(max(1, options.keptBackups)) {
            try? FileManager.default.removeItem(atPath: backup.path)
        }
    }
}

extension Connection {
    /// Puts the box key into a copy of the database.
    fileprivate func carry(_ keys: BoxKeys) throws {
        try run("CREATE TABLE carried_key (box_key BLOB NOT NULL CHECK (length(box_key) = 32)) STRICT")
        try run("INSERT INTO carried_key VALUES (?)", keys.boxKey)
    }

    /// The end of the ledger of a database that is sound.
    ///
    /// - Throws: `StoreError.unusableBackup`.
    func checkedHead() throws -> LedgerHead {
        let answers = try all("PRAGMA quick_check") { try $0[0] as String }
        guard answers == ["ok"] else { throw StoreError.unusableBackup(answers.first ?? "") }
        let head = try LedgerHead(self)
        let last = try first("SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1") {
            LedgerHead(entries: try $0[0], bytes: try $0[1])
        }
        guard head == last else { throw StoreError.unusableBackup("the ledger is cut short") }
        return head
    }
}
