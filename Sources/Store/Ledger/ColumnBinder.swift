internal import FoundationEssentials

/// Binds columns to a statement one after the other.
struct ColumnBinder: LedgerColumns {
    let statement: OpaquePointer
    private var position: Int32 = 0

    init(_ statement: OpaquePointer) {
        self.statement = statement
    }

    mutating func add(_ value: Int64?) { bind(value) }
    mutating func add(_ value: String?) { bind(value) }
    mutating func add(_ value: [UInt8]?) { bind(value) }
    mutating func add(_ value: UUID?) { bind(value) }

    private mutating func bind(_ value: some SQLValue) {
        position += 1
        value.bind(to: statement, at: position)
    }
}
