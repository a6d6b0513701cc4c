import Attendance

/// A session, as the API answers it.
struct SessionOutput: Encodable {
    let id: String
    let key: String?
    let title: String
    let startsAt: String
    let endsAt: String
    let lateAfterMinutes: Int
    let opensBeforeMinutes: Int?
    let earlyLeaveMinutes: Int
    /// `planned`, `open` or `closed`.
    let state: String
    let closedAt: String?
    let counts: AttendanceCounts?

    init(_ session: Session, offsetMinutes: Int = VietnamTime.offsetMinutes, counts: AttendanceCounts? = nil) {
        let definition = session.definition
        (id, key, title) = (session.id.description, definition.key, definition.title)
        startsAt = definition.startsAt.rfc3339(offsetMinutes: offsetMinutes)
        endsAt = definition.endsAt.rfc3339(offsetMinutes: offsetMinutes)
        lateAfterMinutes = definition.lateAfterMinutes
        opensBeforeMinutes = definition.opensBeforeMinutes
        earlyLeaveMinutes = definition.earlyLeaveMinutes
        state = session.state.name
        closedAt = if case .closed(let end) = session.state { end.rfc3339(offsetMinutes: offsetMinutes) } else { nil }
        self.counts = counts
    }

    enum CodingKeys: String, CodingKey {
        case id, key, title, state, counts
        case closedAt = "closed_at"
        case startsAt = "starts_at"
        case endsAt = "ends_at"
        case lateAfterMinutes = "late_after_minutes"
        case opensBeforeMinutes = "opens_before_minutes"
        case earlyLeaveMinutes = "early_leave_minutes"
    }
}
