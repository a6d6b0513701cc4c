internal import FoundationEssentials
internal import GRDBSQLite

// SQLITE_TRANSIENT, a cast in C that Swift cannot import: SQLite copies the bytes before the call returns.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension Int64: SQLValue {
    func bind(to statement: OpaquePointer, at position: Int32) {
        sqlite3_bind_int64(statement, position, self)
    }

    init?(_ statement: OpaquePointer, _ column: Int32) {
        guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return nil }
        self = sqlite3_column_int64(statement, column)
    }
}

extension Int: SQLConvertible {
    var stored: Int64 { Int64(self) }
    init?(stored: Int64) { self.init(exactly: stored) }
}

extension Bool: SQLConvertible {
    var stored: Int64 { self ? 1 : 0 }
    init?(stored: Int64) { self = stored != 0 }
}

extension String: SQLValue {
    func bind(to statement: OpaquePointer, at position: Int32) {
        var text = self
        _ = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                sqlite3_bind_text(statement, position, characters.baseAddress, Int32(characters.count), copied)
            }
        }
    }

    init?(_ statement: OpaquePointer, _ column: Int32) {
        guard sqlite3_column_type(statement, column) == SQLITE_TEXT, let text = sqlite3_column_text(statement, column)
        else { return nil }
        let count = Int(sqlite3_column_bytes(statement, column))
        self.init(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }
}

extension [UInt8]: SQLValue {
    func bind(to statement: OpaquePointer, at position: Int32) {
        _ = withUnsafeBytes { sqlite3_bind_blob(statement, position, $0.baseAddress, Int32($0.count), copied) }
    }

    init?(_ statement: OpaquePointer, _ column: Int32) {
        guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { return nil }
        let count = Int(sqlite3_column_bytes(statement, column))
        self.init(UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, column), count: count))
    }
}

extension UUID: SQLValue {
    func bind(to statement: OpaquePointer, at position: Int32) {
        _ = withUnsafeBytes(of: uuid) { sqlite3_bind_blob(statement, position, $0.baseAddress, 16, copied) }
    }

    init?(_ statement: OpaquePointer, _ column: Int32) {
        guard sqlite3_column_type(statement, column) == SQLITE_BLOB, sqlite3_column_bytes(statement, column) == 16,
            let bytes = sqlite3_column_blob(statement, column)
        else { return nil }
        self.init(uuid: bytes.loadUnaligned(as: uuid_t.self))
    }
}

extension Optional: SQLValue where Wrapped: SQLValue {
    func bind(to statement: OpaquePointer, at position: Int32) {
        guard let self else {
            sqlite3_bind_null(statement, position)
            return
        }
        self.bind(to: statement, at: position)
    }

    init?(_ statement: OpaquePointer, _ column: Int32) {
        if sqlite3_column_type(statement, column) == SQLITE_NULL {
            self = .none
        } else if let value = Wrapped(statement, column) {
            self = .some(value)
        } else {
            return nil
        }
    }
}
