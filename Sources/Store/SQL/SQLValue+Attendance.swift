internal import Attendance
internal import FoundationEssentials

extension ID: SQLConvertible {
    var stored: UUID { uuid }
    init?(stored: UUID) { self.init(stored) }
}

extension Timestamp: SQLConvertible {
    var stored: Int64 { milliseconds }
    init?(stored: Int64) { self.init(milliseconds: stored) }
}

extension Code: SQLConvertible {
    var stored: Int64 { Int64(number) }

    init?(stored: Int64) {
        guard (0..<100_000_000).contains(stored), stored % 97 == 1 else { return nil }
        self.init(serial: Int(stored / 100))
    }
}

extension BirthDate: SQLConvertible {
    var stored: String { iso }
    init?(stored: String) { self.init(iso: stored) }
}

extension SQLConvertible where Self: RawRepresentable, RawValue: SQLValue {
    var stored: RawValue { rawValue }
    init?(stored: RawValue) { self.init(rawValue: stored) }
}

extension Direction: SQLConvertible {}
extension Refusal: SQLConvertible {}
extension AttendanceRecord.Status: SQLConvertible {}
extension Enrolment.Standing: SQLConvertible {}
extension Sex: SQLConvertible {}
extension ClockAnchor.Source: SQLConvertible {}
extension ScannedInput.Kind: SQLConvertible {}
