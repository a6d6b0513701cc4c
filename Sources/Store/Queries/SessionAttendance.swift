package import Attendance

/// A session's people and what they come to.
package struct SessionAttendance: Sendable {
    package let counts: AttendanceCounts
    /// Everybody of the event, absent people too, in the order of class lists.
    package let items: [Item]

    package struct Item: Sendable {
        package let person: EnrolledPerson
        package let record: AttendanceRecord
    }
}
