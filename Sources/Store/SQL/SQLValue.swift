/// What can stand in a column or for a `?`.
protocol SQLValue {
    /// Puts the value in place of the `?` with this number, counted from 1.
    func bind(to statement: OpaquePointer, at position: Int32)

    /// Reads a column of the statement's row; nil for a value of another kind.
    init?(_ statement: OpaquePointer, _ column: Int32)
}

/// A value that is kept as another one.
protocol SQLConvertible: SQLValue {
    associatedtype Stored: SQLValue
    var stored: Stored { get }
    init?(stored: Stored)
}

extension SQLConvertible {
    func bind(to statement: OpaquePointer, at position: Int32) {
        stored.bind(to: statement, at: position)
    }

    init?(_ statement: OpaquePointer, _ column: Int32) {
        guard let value = Stored(statement, column) else { return nil }
        self.init(stored: value)
    }
}
