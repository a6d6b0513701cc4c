internal import GRDBSQLite

/// The row a statement stands on, valid until the statement's next step.
struct ResultRow {
    let statement: OpaquePointer

    /// The value of a column, counted from 0.
    ///
    /// - Throws: `StoreError.corrupt` for a value that this program could not have written.
    subscript<Value: SQLValue>(_ column: Int32) -> Value {
        get throws {
            guard let value = Value(statement, column) else {
                throw StoreError.corrupt(String(cString: sqlite3_column_name(statement, column)))
            }
            return value
        }
    }
}
