internal import Attendance
internal import Crypto
internal import FoundationEssentials

/// A value that can be read from the text form of a column.
protocol SQLResult {
    /// Nil for text that this program could not have written; `nil` text is NULL.
    init?(sqlText: String?)
}

extension String: SQLResult {
    init?(sqlText: String?) {
        guard let sqlText else { return nil }
        self = sqlText
    }
}

extension Int: SQLResult {
    init?(sqlText: String?) {
        guard let number = sqlText.flatMap({ Int($0) }) else { return nil }
        self = number
    }
}

extension Int64: SQLResult {
    init?(sqlText: String?) {
        guard let number = sqlText.flatMap({ Int64($0) }) else { return nil }
        self = number
    }
}

extension Bool: SQLResult {
    init?(sqlText: String?) {
        guard let sqlText, sqlText == "t" || sqlText == "f" else { return nil }
        self = sqlText == "t"
    }
}

extension UUID: SQLResult {
    init?(sqlText: String?) {
        guard let id = sqlText.flatMap(UUID.init(text:)) else { return nil }
        self = id
    }
}

extension ID: SQLResult {
    init?(sqlText: String?) {
        guard let id = sqlText.flatMap({ ID($0) }) else { return nil }
        self = id
    }
}

extension Timestamp: SQLResult {
    /// From the whole number of milliseconds that `province.ms` makes of a `timestamptz`.
    init?(sqlText: String?) {
        guard let milliseconds = Int64(sqlText: sqlText) else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

extension [UInt8]: SQLResult {
    init?(sqlText: String?) {
        guard let sqlText, sqlText.hasPrefix("\\x"), let bytes = Hex.decode(String(sqlText.dropFirst(2))) else {
            return nil
        }
        self = bytes
    }
}

extension Optional: SQLResult where Wrapped: SQLResult {
    init?(sqlText: String?) {
        guard let sqlText else {
            self = Optional.none as Wrapped?
            return
        }
        guard let value = Wrapped(sqlText: sqlText) else { return nil }
        self = Optional(value)
    }
}
