internal import Attendance

/// What is counted apart.
struct TallyKey: Hashable, Sendable {
    let session: ID<Session>
    let isWalkIn: Bool
    let status: AttendanceRecord.Status
}
