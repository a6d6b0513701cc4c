extension Event {
    /// The session that somebody with this event's card should go to: the open one, else the next one.
    package func session(toAttendAt time: Timestamp) -> Session? {
        sessions.first { $0.state == .open }
            ?? sessions.first { $0.state == .planned && $0.definition.endsAt > time }
    }

    /// The other sessions of a session's day at the venue, if the event counts a person once a day.
    package func sessionsSharingDay(with session: Session) -> [Session] {
        guard definition.isOncePerDay else { return [] }
        let day = day(of: session)
        return sessions.filter { $0.id != session.id && self.day(of: $0) == day }
    }

    /// The date on which a session begins, at the venue.
    package func day(of session: Session) -> CivilDate {
        session.startsAt.date(offsetMinutes: definition.utcOffsetMinutes)
    }
}
