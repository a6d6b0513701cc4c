internal import Attendance

extension Transaction {
    /// The first other session of the day in which a person was present, by scans or by a mark of the staff, where the
    /// event counts a person once a day.
    func presenceElsewhere(_ enrolment: ID<Enrolment>, _ session: Session) throws -> Presence? {
        try sessionsSharingDay(with: session)
            .map { try connection.presence(of: enrolment, in: $0) }
            .filter { $0.counted == .present || $0.counted == .late }
            .min { ($0.passages.firstEntry?.at ?? session.startsAt) < ($1.passages.firstEntry?.at ?? session.startsAt) }
    }

    /// From memory but for the first time: a check-in in an event without the rule must not pay for it.
    private func sessionsSharingDay(with session: Session) throws -> [ID<Session>] {
        if let known = state.sameDay[session.id] { return known }
        let others = try connection.event(session.event)?.sessionsSharingDay(with: session).map(\.id) ?? []
        state.sameDay[session.id] = others
        return others
    }
}
