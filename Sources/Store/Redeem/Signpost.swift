package import Attendance

/// Where an answer sends somebody who stands at the wrong door, or where the person was already.
package struct Signpost: Hashable, Sendable {
    package let event: Event
    /// Nil where no session of the event is open or to come.
    package let session: Session?

    /// As the ledger keeps it: the repeated answer must name the same place.
    var id: String { session?.id.description ?? event.id.description }
}

extension Connection {
    /// Reads what ``Signpost/id`` writes.
    func signpost(_ id: String) throws -> Signpost? {
        if let session = try ID<Session>(id).flatMap({ try self.session($0) }) {
            return try event(session.event).map { Signpost(event: $0, session: session) }
        }
        return try ID<Event>(id).flatMap { try event($0) }.map { Signpost(event: $0, session: nil) }
    }
}

extension Transaction {
    /// Where a refused person belongs; nil where the box does not know better. Only refusals pay for the look-up.
    func signpost(
        _ refusal: Refusal, _ claimant: Claimant, _ presented: Presented, at session: Session
    ) throws -> Signpost? {
        switch refusal {
        case .wrongEvent: try claimant.holder.flatMap { try signpost(to: $0.event) }
        case .notEnrolled: try presented.participant.flatMap { try signpostToday(for: $0) }
        case .sessionNotOpen, .sessionClosed: try signpostToOpenSession(besides: session)
        case .alreadyRedeemed: try claimant.enrolled.flatMap { try signpostElsewhere($0, session) }
        case .unknownCode, .badBadge, .revoked, .blocked: nil
        }
    }

    private func signpost(to event: ID<Event>) throws -> Signpost? {
        try connection.event(event).map { Signpost(event: $0, session: $0.session(toAttendAt: time)) }
    }

    /// The session of another event that the person has today.
    private func signpostToday(for participant: ID<Participant>) throws -> Signpost? {
        let events = try connection.all(
            "SELECT event FROM enrolment WHERE participant = ? ORDER BY event", participant
        ) { try $0[0] as ID<Event> }
        for id in events {
            guard let signpost = try signpost(to: id), let session = signpost.session else { continue }
            let today = time.date(offsetMinutes: signpost.event.definition.utcOffsetMinutes)
            if session.state == .open || signpost.event.day(of: session) == today { return signpost }
        }
        return nil
    }

    private func signpostToOpenSession(besides session: Session) throws -> Signpost? {
        guard let event = try connection.event(session.event) else { return nil }
        return event.sessions.first { $0.state == .open && $0.id != session.id }
            .map { Signpost(event: event, session: $0) }
    }

    /// The session of the same day that has had the person.
    private func signpostElsewhere(_ holder: Holder, _ session: Session) throws -> Signpost? {
        guard try connection.passages(of: holder.person.enrolment, in: session.id).firstEntry == nil,
            let other = try presenceElsewhere(holder.person.enrolment, session)?.session
        else { return nil }
        return try connection.signpost(other.description)
    }
}
