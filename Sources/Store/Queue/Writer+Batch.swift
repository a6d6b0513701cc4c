internal import GRDB
internal import Logging
internal import Synchronization

extension Writer {
    /// Does a batch in one transaction; if a command of it fails, does them one by one.
    func perform(_ batch: [QueuedCommand]) {
        if let failure {
            batch.forEach { $0.fail(failure) }
            return
        }
        do {
            let (replies, state) = try commit(batch)
            // First: who has the answer may search for the name.
            onCommit(state)
            replies.forEach { $0() }
        } catch {
            recover(from: StoreError(error), batch)
        }
        checkpointIfLong()
    }

    /// One transaction for all commands of the batch, and one fsync.
    private func commit(_ batch: [QueuedCommand]) throws -> ([QueuedCommand.Reply], WriterState) {
        let saved = progress.withLock { $0.state }
        return try pool.writeWithoutTransaction { database in
            guard let first = batch.first else { return ([], saved) }
            let transaction = Transaction(
                Connection(database: database), keys: keys, state: saved, now: first.now)
            try database.beginTransaction(.immediate)
            do {
                let replies = try batch.map { try execute($0, in: transaction) }
                try transaction.finish()
                let begun = ContinuousClock.now
                try database.commit()
                return (replies, committed(transaction, batch.count, in: ContinuousClock.now - begun))
            } catch {
                if database.isInsideTransaction { try? database.rollback() }
                throw error
            }
        }
    }

    /// Runs one command; one that fails before it has written anything fails alone.
    private func execute(_ command: QueuedCommand, in transaction: Transaction) throws -> QueuedCommand.Reply {
        transaction.now = command.now
        let changes = transaction.connection.totalChanges
        do {
            return try command.execute(transaction)
        } catch let error as StoreError where !error.concernsDevice && transaction.connection.totalChanges == changes {
            return { command.fail(error) }
        }
    }

    /// Keeps the state for the next batch, without what was meant for this commit only.
    private func committed(_ transaction: Transaction, _ count: Int, in time: Duration) -> WriterState {
        let written = transaction.connection.pagesWritten
        let state = transaction.state
        (transaction.state.namings, transaction.state.wantsBackup) = ([], false)
        transaction.state.wantsDelivery = false
        progress.withLock {
            $0.state = transaction.state
            $0.pagesWritten = written
            $0.commits += 1
            ($0.lastBatch, $0.lastCommit) = (count, time)
        }
        return state
    }

    /// Only the guilty command fails: the others of its batch are done again, each in its own transaction.
    private func recover(from error: StoreError, _ batch: [QueuedCommand]) {
        if error.isFatal {
            progress.withLock { $0.failure = error }
            log.critical("the store cannot write", metadata: ["error": "\(error)"])
            batch.forEach { $0.fail(error) }
            onFatal(error)
        } else if batch.count == 1 || error == .full {
            batch.forEach { $0.fail(error) }
        } else {
            batch.forEach { perform([$0]) }
        }
    }
}

extension StoreError {
    /// Whether the failure lies in the database or the disk, not in what was asked.
    var concernsDevice: Bool {
        switch self {
        case .full, .failed: true
        default: false
        }
    }
}
