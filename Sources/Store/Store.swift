package import Attendance
internal import Dispatch
internal import Foundation
internal import GRDB
package import Logging
internal import Synchronization

/// Everything the box keeps: one folder, one database, one thread that writes.
///
/// Commands may be given and questions asked from any thread.
package final class Store: Sendable {
    let folder: Folder
    let pool: DatabasePool
    let keys: BoxKeys
    let options: Options
    let log: Logger
    let clock: @Sendable () -> ClockReading
    let names: NameCache
    let backups: Backups
    /// Rings after a commit that leaves something to deliver.
    package let deliveryBell: Bell
    /// Nil for a store opened for reading.
    let writer: Writer?
    private let lock: Lock?
    private let onFatal: @Sendable (StoreError) -> Void
    /// Who this box is.
    package let box: Box
    /// What happened to a database that was found damaged at this start; nil if all was well.
    package let recovery: Recovery?

    /// Opens the store of a folder.
    ///
    /// `onFatal` is called when the device has failed and the process must end.
    /// - Throws: `.notInitialised`, `.locked`, or `.damaged` where no good backup replaces a damaged database.
    package init(
        folder path: String, mode: Mode = .readWrite, options: Options = Options(),
        clock: @escaping @Sendable () -> ClockReading = SystemClock.reading, log: Logger,
        onFatal: @escaping @Sendable (StoreError) -> Void = { _ in }
    ) throws {
        folder = Folder(path: path)
        (self.options, self.clock, self.log, self.onFatal) = (options, clock, log, onFatal)
        guard FileManager.default.fileExists(atPath: folder.keys) else { throw StoreError.notInitialised }
        lock = mode == .readWrite ? try Lock(folder.lock) : nil
        recovery = mode == .readWrite ? try Recovery.ifNeeded(folder, options, clock()) : nil
        keys = try BoxKeys(folder: folder)
        // SQLite would make an empty one.
        guard FileManager.default.fileExists(atPath: folder.database) else { throw StoreError.notInitialised }
        pool = try Self.open(folder, mode)
        box = try Box(pool, keys)
        let (names, backups, bell) = (NameCache(), Backups(folder, pool, options, keys, log), Bell())
        (self.names, self.backups, deliveryBell) = (names, backups, bell)
        guard mode == .readWrite else {
            writer = nil
            return
        }
        let writer = try Writer(pool: pool, keys: keys, options: options, log: log, onFatal: onFatal) {
            names.take($0.namings)
            backups.noteCommit($0, clock())
            if $0.wantsDelivery { bell.ring() }
        }
        self.writer = writer
        backups.folders.removeRests()
        Thread.detachNewThread {
            Thread.current.name = "store writer"
            writer.run()
        }
    }

    /// Whether commands are taken.
    package enum Mode: Sendable {
        case readWrite
        /// Beside a process that writes, or without one.
        case readOnly
    }

    /// Gives a command to the writer and returns at once.
    ///
    /// `completion` is called on the writer's thread, after the commit; it must not wait for anything.
    package func submit<C: Command>(
        _ command: C, completion: @escaping @Sendable (Result<C.Answer, StoreError>) -> Void
    ) {
        guard let writer else { return completion(.failure(.readOnly)) }
        do {
            try writer.queue.add(QueuedCommand(command, now: clock(), completion: completion))
        } catch {
            completion(.failure(error))
        }
    }

    /// Gives a command to the writer and waits for the commit; never call it on the writer's thread.
    package func perform<C: Command>(_ command: C) throws(StoreError) -> C.Answer {
        let done = DispatchSemaphore(value: 0)
        let answer = Mutex<Result<C.Answer, StoreError>>(.failure(.stopped))
        submit(command) { result in
            answer.withLock { $0 = result }
            done.signal()
        }
        done.wait()
        return try answer.withLock { $0 }.get()
    }

    /// Does what was asked so far, empties the write-ahead log and closes the database; nothing happens the second time.
    package func stop() {
        writer?.queue.close()
        writer?.waitForEnd()
        backups.stop()
        try? pool.close()
        lock?.release()
    }

    deinit {
        // Ends the writer's thread, which would otherwise wait for ever.
        writer?.queue.close()
    }

    /// Asks a question of a reader, which sees everything committed so far.
    func read<Answer>(_ body: (Connection) throws -> Answer) throws(StoreError) -> Answer {
        do {
            return try pool.read { try body(Connection(database: $0)) }
        } catch {
            throw StoreError(error)
        }
    }

    /// Says that the process must end, and why.
    func fail(_ error: StoreError) {
        onFatal(error)
    }
}
