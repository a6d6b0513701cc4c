package import Attendance

/// One line of a file of scans that were made elsewhere.
package struct ScanFileLine: Hashable, Sendable {
    /// The record in the file; the header is 1.
    package var record: Int
    /// Order of arrival.
    package var seq: Int64
    /// The sheet of the roster the person stands on; empty for a CSV roster.
    package var sheet: String
    /// The row of the roster.
    package var row: Int
    /// The session's key in the event's file, such as `d1-sang`.
    package var session: String
    /// The local wall clock as written, `2024-08-15T06:54:42`.
    package var localTime: String
    /// The instant, at the offset that reading was given.
    package var occurredAt: Timestamp
    package var direction: Direction
    /// `badge`, `code`, …; nil for an empty field.
    package var method: String?
    /// The kiosk or gate; nil for an empty field.
    package var kiosk: String?
}
