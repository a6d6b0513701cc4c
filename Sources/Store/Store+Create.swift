package import Attendance
internal import Crypto
internal import Foundation
internal import GRDB

/// What a new box says once.
package struct NewBox: Sendable {
    package let box: String
    /// The first organiser's PIN, eight digits.
    package let organiserPIN: String
    package let apiToken: String
    /// One line as minisign writes it: by it the province and other boxes know this one.
    package let publicKey: String
}

extension Store {
    /// The name of the first member of staff.
    package static let firstOrganiser = "Ban tổ chức"

    /// Makes the data folder with its keys, its database, the first organiser and a token for programs.
    ///
    /// Takes the time of one PIN hash.
    /// - Throws: `.alreadyExists`.
    package static func create(folder path: String, clock: () -> ClockReading = SystemClock.reading) throws -> NewBox {
        let folder = Folder(path: path)
        try DurableFile.createFolder(path)
        let lock = try Lock(folder.lock)
        defer { withExtendedLifetime(lock) {} }
        guard !FileManager.default.fileExists(atPath: folder.keys),
            !FileManager.default.fileExists(atPath: folder.database)
        else { throw StoreError.alreadyExists }
        let keys = try BoxKeys.make()
        try keys.write(to: folder)
        try DurableFile.createFolder(folder.backups)
        let pool = try open(folder, .readWrite)
        let new = NewBox(
            box: UUID().uuidString.lowercased(), organiserPIN: PIN.random(), apiToken: Token.make(),
            publicKey: MinisignPublicKey(keys.signingKey.verifyingKey).line)
        try fill(pool, keys, new, now: clock())
        try pool.close()
        chmod(folder.database, 0o600)
        return new
    }

    private static func fill(_ pool: DatabasePool, _ keys: BoxKeys, _ new: NewBox, now: ClockReading) throws {
        let pinHash = try PINHash.make(new.organiserPIN)
        try pool.write { database in
            let connection = Connection(database: database)
            try connection.run("INSERT INTO box (only, id, key_check) VALUES (1, ?, ?)", new.box, keys.check)
            let transaction = Transaction(connection, keys: keys, state: try WriterState(connection), now: now)
            var entry = LedgerEntry(.created, actor: .system, in: transaction)
            entry.detail = new.box
            try transaction.append(entry)
            _ = try AddOperator(name: firstOrganiser, role: .organiser, pinHash: pinHash, actor: .system)
                .execute(in: transaction)
            try transaction.addToken(new.apiToken, name: "init", actor: .system)
            try transaction.finish()
        }
    }
}
