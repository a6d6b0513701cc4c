internal import Attendance
internal import Dispatch
internal import Foundation
internal import GRDB
internal import Logging
internal import Synchronization

/// Makes backups by itself, on a thread of its own that lives only as long as the copy takes.
final class Backups: Sendable {
    let folders: BackupFolders
    let pool: DatabasePool
    let keys: BoxKeys
    let options: Store.Options
    let log: Logger
    private let state = Mutex(State())
    private let running = DispatchGroup()

    private struct State {
        /// The boot clock at the last backup, or at the first commit after the start.
        var lastMilliseconds: Int64?
        var isRunning = false
        var isWanted = false
        var isStopped = false
    }

    init(_ folder: Folder, _ pool: DatabasePool, _ options: Store.Options, _ keys: BoxKeys, _ log: Logger) {
        folders = BackupFolders(folder, second: options.secondBackupFolder)
        (self.pool, self.keys, self.options, self.log) = (pool, keys, options, log)
    }

    /// Starts a backup after a commit that asks for one, or when the last one is old.
    func noteCommit(_ committed: WriterState, _ now: ClockReading) {
        guard options.backupIntervalMinutes > 0 else { return }
        let interval = Int64(options.backupIntervalMinutes) * 60_000
        let starts = state.withLock { state in
            let last = state.lastMilliseconds ?? now.bootMilliseconds
            let isDue = committed.wantsBackup || now.bootMilliseconds - last >= interval
            state.lastMilliseconds = isDue ? now.bootMilliseconds : last
            guard isDue, !state.isStopped else { return false }
            defer { state.isRunning = true }
            state.isWanted = true
            return !state.isRunning
        }
        if starts { start() }
    }

    /// Waits for the backup that is being made or wanted, and starts no other one.
    func stop() {
        state.withLock { $0.isStopped = true }
        running.wait()
    }

    private func start() {
        running.enter()
        Thread.detachNewThread { [self] in
            while takeWish() { attempt() }
            running.leave()
        }
    }

    /// Whether another backup is wanted; if not, the thread ends.
    private func takeWish() -> Bool {
        state.withLock { state in
            state.isRunning = state.isWanted
            state.isWanted = false
            return state.isRunning
        }
    }

    private func attempt() {
        do {
            _ = try make()
        } catch {
            log.error("backup failed", metadata: ["error": "\(StoreError(error))"])
        }
    }
}
