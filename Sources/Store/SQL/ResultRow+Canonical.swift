internal import Crypto
internal import GRDBSQLite

extension ResultRow {
    /// All columns as they stand, in the encoding of the ledger's hash.
    var canonicalBytes: [UInt8] {
        var encoder = CanonicalEncoder()
        for column in 0..<sqlite3_column_count(statement) { encode(column, to: &encoder) }
        return encoder.bytes
    }

    /// Adds a column, whatever kind of value it holds now.
    func encode(_ column: Int32, to encoder: inout CanonicalEncoder) {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: encoder.add(nil as Int64?)
        case SQLITE_INTEGER: encoder.add(sqlite3_column_int64(statement, column))
        case SQLITE_TEXT: encoder.add(kind: 2, content(column))
        default: encoder.add(kind: 3, content(column))
        }
    }

    private func content(_ column: Int32) -> UnsafeRawBufferPointer {
        // The pointer first: asking for the length must not convert the value afterwards.
        let start = sqlite3_column_blob(statement, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
    }
}
