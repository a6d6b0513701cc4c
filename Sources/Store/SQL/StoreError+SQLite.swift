internal import GRDB
internal import GRDBSQLite

extension StoreError {
    /// The last error of a connection.
    init(sqlite connection: OpaquePointer?) {
        let code = sqlite3_extended_errcode(connection)
        self.init(code: code, message: String(cString: sqlite3_errmsg(connection)))
    }

    /// Any error as the store's own.
    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError:
            self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "")
        default: self = .failed(code: SQLITE_ERROR, message: "\(error)")
        }
    }

    private init(code: Int32, message: String) {
        switch code & 0xFF {
        case SQLITE_FULL: self = .full
        // What GRDB says of a closed pool.
        case SQLITE_MISUSE: self = .stopped
        default: self = .failed(code: code, message: message)
        }
    }

    /// Whether the database file itself is damaged.
    var isDamage: Bool {
        guard case .failed(let code, _) = self else { return false }
        return [SQLITE_CORRUPT, SQLITE_NOTADB].contains(code & 0xFF)
    }

    /// Whether the process must end: after a failed fsync or on a damaged file nothing read or written can be trusted.
    var isFatal: Bool {
        guard case .failed(let code, _) = self else { return false }
        return [SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CANTOPEN, SQLITE_READONLY].contains(code & 0xFF)
    }
}
