internal import CPostgres

/// One connection to PostgreSQL, for one thread at a time.
final class DatabaseConnection {
    private let handle: OpaquePointer

    /// Connects; `url` is a libpq connection string or URI, also one that names several hosts.
    init(_ url: String) throws(DatabaseError) {
        guard let handle = PQconnectdb(url) else {
            throw DatabaseError(state: "", message: "out of memory", isConnectionLost: true)
        }
        self.handle = handle
        // `deinit` runs also when this throws, and finishes the handle.
        guard PQstatus(handle) == CONNECTION_OK else { throw DatabaseError(handle) }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try script(
            """
            SET application_name = 'diemdanh-province'; SET client_min_messages = warning; SET TimeZone = 'UTC';
            SET DateStyle = ISO; SET bytea_output = hex; SET lock_timeout = '30s'; SET jit = off
            """)
    }

    deinit {
        PQfinish(handle)
    }

    /// Whether nothing has been noticed that would make it useless.
    var isUsable: Bool { PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE }

    /// Runs several statements without values.
    func script(_ sql: String) throws(DatabaseError) {
        try check(PQexec(handle, sql)).map(PQclear)
    }

    /// Runs a statement; how many rows it changed.
    @discardableResult
    func run(_ sql: String, _ values: (any SQLParameter)?...) throws(DatabaseError) -> Int {
        let result = try result(sql, values)
        defer { PQclear(result) }
        return PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }

    /// What `read` makes of the first row; nil without a row.
    func first<Value>(
        _ sql: String, _ values: (any SQLParameter)?..., read: (SQLRow) throws -> Value
    ) throws -> Value? {
        let result = try result(sql, values)
        defer { PQclear(result) }
        return PQntuples(result) > 0 ? try read(SQLRow(result: result, index: 0)) : nil
    }

    /// What `read` makes of every row.
    func all<Value>(
        _ sql: String, _ values: (any SQLParameter)?..., read: (SQLRow) throws -> Value
    ) throws -> [Value] {
        let result = try result(sql, values)
        defer { PQclear(result) }
        return try (0..<PQntuples(result)).map { try read(SQLRow(result: result, index: $0)) }
    }

    /// Does `body` in one transaction, which is rolled back if it throws.
    func transaction<Value>(_ body: () throws -> Value) throws -> Value {
        try script("BEGIN")
        do {
            let value = try body()
            try script("COMMIT")
            return value
        } catch {
            try? script("ROLLBACK")
            throw error
        }
    }

    private func result(
        _ sql: String, _ values: [(any SQLParameter)?]
    ) throws(DatabaseError) -> OpaquePointer {
        let texts = values.map { $0?.sqlText.map { Array($0.utf8CString) } }
        let result = DatabaseConnection.withPointers(texts) { pointers in
            PQexecParams(handle, sql, Int32(pointers.count), nil, pointers, nil, nil, 0)
        }
        guard let result = try check(result) else { throw DatabaseError(handle) }
        return result
    }

    /// Throws what the server refused; clears the result then.
    func check(_ result: OpaquePointer?) throws(DatabaseError) -> OpaquePointer? {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN: return result
        default:
            defer { PQclear(result) }
            throw DatabaseError(result, on: handle)
        }
    }

    private static func withPointers<Value>(
        _ texts: [[CChar]?], _ body: ([UnsafePointer<CChar>?]) -> Value
    ) -> Value {
        var pointers: [UnsafePointer<CChar>?] = []
        // Values of a statement are few: one frame each keeps every text where it is until the call is over.
        func next(_ index: Int) -> Value {
            guard index < texts.count else { return body(pointers) }
            guard let text = texts[index] else {
                pointers.append(nil)
                return next(index + 1)
            }
            return text.withUnsafeBufferPointer { buffer in
                pointers.append(buffer.baseAddress)
                return next(index + 1)
            }
        }
        return next(0)
    }
}

extension DatabaseConnection {
    /// Sends rows to a table by `COPY … FROM STDIN` in the text format.
    ///
    /// What `body` throws ends the copy and the transaction around it.
    func copy(_ table: String, _ columns: String, body: (inout CopyWriter) throws -> Void) throws {
        _ = try check(PQexec(handle, "COPY \(table) (\(columns)) FROM STDIN")).map(PQclear)
        var writer = CopyWriter { [handle] bytes in
            let isTaken = bytes.withUnsafeBytes { buffer in
                PQputCopyData(handle, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count)) == 1
            }
            guard isTaken else { throw DatabaseError(handle) }
        }
        do {
            try body(&writer)
            try writer.flush()
        } catch {
            PQputCopyEnd(handle, "given up")
            drain()
            throw error
        }
        guard PQputCopyEnd(handle, nil) == 1 else { throw DatabaseError(handle) }
        while let result = PQgetResult(handle) { try check(result).map(PQclear) }
    }

    private func drain() {
        while let result = PQgetResult(handle) { PQclear(result) }
    }
}
