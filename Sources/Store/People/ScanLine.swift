package import Attendance

/// One line of a list of scans made elsewhere: it names the person by the roster's row.
package struct ScanLine: Hashable, Sendable {
    /// The line's number in the file, for the report.
    package let line: Int
    /// The order of arrival at the server that wrote the file.
    package let seq: Int
    package let sheet: String
    package let row: Int
    /// The session's key.
    package let session: String
    /// `2024-08-15T07:30:00`, in the event's time zone.
    package let localTime: String
    package let direction: Direction
    package let method: String?
    package let kiosk: String?

    package init(
        line: Int, seq: Int, sheet: String, row: Int, session: String, localTime: String, direction: Direction,
        method: String? = nil, kiosk: String? = nil
    ) {
        (self.line, self.seq, self.sheet, self.row) = (line, seq, sheet, row)
        (self.session, self.localTime, self.direction) = (session, localTime, direction)
        (self.method, self.kiosk) = (method, kiosk)
    }
}
