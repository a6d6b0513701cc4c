package import Attendance
internal import Foundation

extension Store {
    /// Makes a backup in the data folder and on the second medium; takes as long as copying the database.
    package func backUp() throws(StoreError) -> Backup {
        do { return try backups.make() } catch { throw StoreError(error) }
    }

    /// Makes a backup file that any box can restore. It carries the box key: who has it can read everything.
    package func backUp(to path: String) throws(StoreError) -> Backup {
        do { return try backups.make(at: path) } catch { throw StoreError(error) }
    }

    /// Puts a backup in the place of a folder's database, or makes a new folder of it, and answers with the new box id.
    ///
    /// Events keep their keys; the box gets a new id and a new signing key, so that no two boxes ever speak as one.
    /// What was there before, its keys too, is moved aside.
    /// - Throws: `.locked` while a process serves the folder, `.unusableBackup`, or `.notInitialised` where neither
    ///   folder nor file has the box key.
    package static func restore(
        file: String, folder path: String, clock: () -> ClockReading = SystemClock.reading
    ) throws -> String {
        let folder = Folder(path: path)
        try DurableFile.createFolder(path)
        let lock = try Lock(folder.lock)
        defer { lock.release() }
        return try Restoration(folder: folder, folders: BackupFolders(folder), now: clock()).install(file).box
    }
}
