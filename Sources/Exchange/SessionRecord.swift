package import Attendance

/// One session of `event.json`.
package struct SessionRecord: Codable, Hashable, Sendable {
    package var id: ID<Session>
    package var key: String?
    package var title: String
    /// RFC 3339, as all times here.
    package var startsAt: String
    package var endsAt: String
    package var lateAfterMinutes: Int
    package var opensBeforeMinutes: Int?
    package var earlyLeaveMinutes: Int
    /// `planned`, `open` or `closed`, on the box that made the file.
    package var state: String
    package var closedAt: String?

    init(_ session: Session, offset: Int) {
        let definition = session.definition
        (id, key, title) = (session.id, definition.key, definition.title)
        startsAt = definition.startsAt.rfc3339(offsetMinutes: offset)
        endsAt = definition.endsAt.rfc3339(offsetMinutes: offset)
        (lateAfterMinutes, opensBeforeMinutes) = (definition.lateAfterMinutes, definition.opensBeforeMinutes)
        (earlyLeaveMinutes, state) = (definition.earlyLeaveMinutes, session.state.name)
        if case .closed(let end) = session.state { closedAt = end.rfc3339(offsetMinutes: offset) }
    }

    /// What decides about attendance; nil where a time is no time.
    package var definition: SessionDefinition? {
        guard let startsAt = Timestamp(rfc3339: startsAt), let endsAt = Timestamp(rfc3339: endsAt),
            endsAt >= startsAt
        else { return nil }
        return SessionDefinition(
            key: key, title: title, startsAt: startsAt, endsAt: endsAt, lateAfterMinutes: lateAfterMinutes,
            opensBeforeMinutes: opensBeforeMinutes, earlyLeaveMinutes: earlyLeaveMinutes)
    }
}
