internal import GRDB
internal import Logging
internal import Synchronization

extension Writer {
    /// How many pages the write-ahead log may have before it is moved into the database.
    private static let longLog = 8_000

    /// Moves the write-ahead log into the database; the writer alone does it.
    ///
    /// Debian 12's SQLite 3.40.1 can lose a commit when one connection checkpoints while another one writes.
    func checkpoint(_ kind: Database.CheckpointMode) {
        do {
            _ = try pool.writeWithoutTransaction { try $0.checkpoint(kind) }
            progress.withLock { $0.pagesMoved = $0.pagesWritten }
        } catch {
            log.error("checkpoint failed", metadata: ["error": "\(StoreError(error))"])
            if StoreError(error).isFatal { onFatal(StoreError(error)) }
        }
    }

    /// Checkpoints when the log has grown long.
    func checkpointIfLong() {
        if progress.withLock({ $0.pagesWaiting >= Self.longLog }) { checkpoint(.passive) }
    }
}
