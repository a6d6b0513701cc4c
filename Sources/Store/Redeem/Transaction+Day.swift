internal import Attendance

extension Transaction {
    /// A person's first entry in another session of the day, where the event counts a person once a day.
    func firstElsewhere(
        _ enrolment: ID<Enrolment>, _ session: Session
    ) throws -> (session: ID<Session>, passage: Passage)? {
        try sessionsSharingDay(with: session)
            .compactMap { other in
                try connection.passages(of: enrolment, in: other).firstEntry.map { (session: other, passage: $0) }
            }
            .min { $0.passage.at < $1.passage.at }
    }

    /// From memory but for the first time: a check-in in an event without the rule must not pay for it.
    private func sessionsSharingDay(with session: Session) throws -> [ID<Session>] {
        if let known = state.sameDay[session.id] { return known }
        let others = try connection.event(session.event)?.sessionsSharingDay(with: session).map(\.id) ?? []
        state.sameDay[session.id] = others
        return others
    }
}
