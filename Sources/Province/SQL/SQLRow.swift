internal import CPostgres

/// One row of a result, valid as long as the result.
struct SQLRow {
    let result: OpaquePointer
    let index: Int32

    /// The value of a column, counted from 0.
    ///
    /// - Throws: ``DatabaseError`` for a value that this program could not have written.
    subscript<Value: SQLResult>(_ column: Int32) -> Value {
        get throws {
            let isNull = PQgetisnull(result, index, column) == 1
            let text = isNull ? nil : PQgetvalue(result, index, column).map { String(cString: $0) }
            guard let value = Value(sqlText: text) else {
                let name = PQfname(result, column).map { String(cString: $0) } ?? String(column)
                throw DatabaseError(state: "", message: "the column \(name) cannot be read")
            }
            return value
        }
    }
}
