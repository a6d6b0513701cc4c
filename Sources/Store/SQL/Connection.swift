internal import GRDB
internal import GRDBSQLite

/// One SQLite connection, lent by GRDB for the time of a closure.
///
/// Statements come prepared from GRDB's cache; values are bound and read without the boxes that GRDB's own rows need,
/// because a check-in has a few microseconds for all its statements.
struct Connection {
    let database: Database

    /// Runs a statement that gives no rows.
    func run<each Value: SQLValue>(_ sql: String, _ values: repeat each Value) throws {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        bind(repeat each values, to: statement)
        while try step(statement) {}
    }

    /// What `read` makes of the first row; nil without a row.
    func first<each Value: SQLValue, Result>(
        _ sql: String, _ values: repeat each Value, read: (ResultRow) throws -> Result
    ) throws -> Result? {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        bind(repeat each values, to: statement)
        return try step(statement) ? try read(ResultRow(statement: statement)) : nil
    }

    /// What `read` makes of every row; it must not run the same SQL again.
    func all<each Value: SQLValue, Result>(
        _ sql: String, _ values: repeat each Value, read: (ResultRow) throws -> Result
    ) throws -> [Result] {
        var results: [Result] = []
        try forEach(sql, repeat each values) { results.append(try read($0)) }
        return results
    }

    /// Calls `body` with every row; it must not run the same SQL again.
    func forEach<each Value: SQLValue>(
        _ sql: String, _ values: repeat each Value, body: (ResultRow) throws -> Void
    ) throws {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        bind(repeat each values, to: statement)
        while try step(statement) { try body(ResultRow(statement: statement)) }
    }

    /// How many rows the last INSERT, UPDATE or DELETE changed.
    var changes: Int { Int(sqlite3_changes(database.sqliteConnection)) }

    /// How many rows were changed since the connection was opened.
    var totalChanges: Int { Int(sqlite3_total_changes(database.sqliteConnection)) }

    /// How many pages were written to the write-ahead log since the connection was opened.
    var pagesWritten: Int {
        var (current, highest): (Int32, Int32) = (0, 0)
        sqlite3_db_status(database.sqliteConnection, SQLITE_DBSTATUS_CACHE_WRITE, &current, &highest, 0)
        return Int(current)
    }

    /// The statement, reset; its old values are still bound.
    func prepared(_ sql: String) throws -> OpaquePointer {
        do {
            return try database.cachedStatement(sql: sql).sqliteStatement
        } catch {
            throw StoreError(error)
        }
    }

    /// Whether there is another row (`sqlite3_step`).
    func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        default: throw StoreError(sqlite: database.sqliteConnection)
        }
    }

    private func bind<each Value: SQLValue>(_ values: repeat each Value, to statement: OpaquePointer) {
        var position: Int32 = 0
        for value in repeat each values {
            position += 1
            value.bind(to: statement, at: position)
        }
    }
}
