internal import Foundation
internal import Synchronization

/// The connections to one PostgreSQL, lent to the threads that ask for one.
///
/// A server that restarts is waited for: work that is done again from its beginning succeeds as if nothing had been.
package final class Database: Sendable {
    /// Idle connections. A connection is used by one thread at a time, which `Mutex` cannot know.
    private struct Idle: @unchecked Sendable {
        var connections: [DatabaseConnection] = []
    }

    private let url: String
    private let idle = Mutex(Idle())
    /// How long work is tried again after the connection was first lost.
    private let patience: Duration

    /// Nothing is connected yet. `url` is a libpq URI, which may name several hosts and `target_session_attrs`.
    package init(_ url: String, patience: Duration = .seconds(10)) {
        (self.url, self.patience) = (url, patience)
    }

    /// Does `body` with a connection of its own for that time; again from the beginning if what stopped it will pass.
    ///
    /// So `body` must leave nothing behind when it fails, as a transaction does.
    func use<Value>(_ body: (DatabaseConnection) throws -> Value) throws -> Value {
        var end: ContinuousClock.Instant?
        while true {
            do {
                return try once(body)
            } catch let error as DatabaseError where error.isPassing && ContinuousClock.now < end ?? .now + patience {
                end = end ?? .now + patience
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
    }

    /// Does `body` in one transaction; again from the beginning if what stopped it will pass.
    func transaction<Value>(_ body: (DatabaseConnection) throws -> Value) throws -> Value {
        try use { connection in try connection.transaction { try body(connection) } }
    }

    /// A failed connection means that the others of before are gone too.
    private func once<Value>(_ body: (DatabaseConnection) throws -> Value) throws -> Value {
        let connection = try idle.withLock { $0.connections.popLast() } ?? DatabaseConnection(url)
        let result = Result { try body(connection) }
        if case .failure(let error as DatabaseError) = result, error.isConnectionLost {
            idle.withLock { $0.connections = [] }
        } else if connection.isUsable {
            idle.withLock { $0.connections.append(connection) }
        }
        return try result.get()
    }
}
