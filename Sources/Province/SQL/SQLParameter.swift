internal import Attendance
internal import Crypto
internal import FoundationEssentials

/// A value that goes to PostgreSQL in its text form.
protocol SQLParameter {
    /// The text form; nil is NULL.
    var sqlText: String? { get }
}

/// An array of texts without signs of their own, such as ids and numbers, as PostgreSQL reads it.
func sqlArray(_ texts: some Sequence<String>) -> String { "{" + texts.joined(separator: ",") + "}" }

extension String: SQLParameter {
    /// PostgreSQL's text holds no zero byte.
    var sqlText: String? { utf8.contains(0) ? filter { $0 != "\0" } : self }
}

extension Int: SQLParameter {
    var sqlText: String? { String(self) }
}

extension Int64: SQLParameter {
    var sqlText: String? { String(self) }
}

extension Bool: SQLParameter {
    var sqlText: String? { self ? "t" : "f" }
}

extension UUID: SQLParameter {
    var sqlText: String? { text }
}

extension ID: SQLParameter {
    var sqlText: String? { description }
}

extension CivilDate: SQLParameter {
    var sqlText: String? { iso }
}

extension Timestamp: SQLParameter {
    /// RFC 3339 in UTC, to the millisecond.
    var sqlText: String? {
        let fraction = String((milliseconds % 1_000 + 1_000) % 1_000 + 1_000).dropFirst()
        return rfc3339(offsetMinutes: 0).dropLast(6) + "." + fraction + "+00:00"
    }
}

extension [UInt8]: SQLParameter {
    /// The hexadecimal form of `bytea`.
    var sqlText: String? { "\\x" + Hex.encode(self) }
}

extension Optional: SQLParameter where Wrapped: SQLParameter {
    var sqlText: String? { flatMap(\.sqlText) }
}
