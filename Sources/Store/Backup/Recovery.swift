internal import Attendance
internal import Foundation

/// A damaged database was replaced by its newest good backup: said on screen, never done in silence.
package struct Recovery: Hashable, Sendable {
    /// Where the damaged database is now.
    package let movedTo: String
    /// The backup that was taken.
    package let backup: String
    /// How many entries of the ledger it had.
    package let entries: Int64

    /// Replaces a database that was marked as damaged; nil if there is no mark.
    ///
    /// - Throws: `StoreError.damaged` without a good backup: the store never starts empty.
    static func ifNeeded(_ folder: Folder, _ options: Store.Options, _ now: ClockReading) throws -> Recovery? {
        guard let mark = FileManager.default.contents(atPath: folder.mark) else { return nil }
        let folders = BackupFolders(folder, second: options.secondBackupFolder)
        var reasons = [String(decoding: mark, as: UTF8.self)]
        for backup in folders.backups(of: try BoxKeys(folder: folder)) {
            do {
                let result = try Restoration(folder: folder, folders: folders, now: now).install(backup.path)
                return Recovery(movedTo: result.movedTo ?? "", backup: backup.path, entries: result.head.entries)
            } catch {
                reasons.append("\(backup.path): \(error)")
            }
        }
        throw StoreError.damaged(reasons.joined(separator: "; "))
    }
}
