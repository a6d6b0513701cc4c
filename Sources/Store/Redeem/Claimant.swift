internal import Attendance

/// What was found of who presented something: the claim for the decision, and the person if there is one.
struct Claimant {
    let claim: Claim
    let holder: Holder?

    /// The holder if the enrolment belongs to the session's event.
    var enrolled: Holder? {
        guard case .enrolled = claim else { return nil }
        return holder
    }
}

extension Transaction {
    /// Finds who presented it.
    ///
    /// - Throws: `.notFound(.participant)` for an id this box does not know.
    func claimant(_ presented: Presented, in event: ID<Event>) throws -> Claimant {
        switch presented {
        case .code(let code): try claimant(code, in: event)
        case .badge(let badge): try claimant(badge, in: event)
        case .participant(let id): try claimant(id, in: event)
        case .unreadable(.badge, _): Claimant(claim: .badBadge, holder: nil)
        case .unreadable: Claimant(claim: .unknownCode, holder: nil)
        }
    }

    private func claimant(_ code: Code, in event: ID<Event>) throws -> Claimant {
        guard let holder = try Holder.of(code, in: event, connection) else {
            return Claimant(claim: .unknownCode, holder: nil)
        }
        return Claimant(claim: holder.event == event ? .enrolled(holder.standing) : .wrongEvent, holder: holder)
    }

    /// A badge whose event this box does not know cannot be told from a forged one.
    private func claimant(_ badge: Badge, in event: ID<Event>) throws -> Claimant {
        guard let key = try eventKey(number: badge.eventNumber, expected: event), key.isGenuine(badge) else {
            return Claimant(claim: .badBadge, holder: nil)
        }
        return try claimant(badge.code, in: event)
    }

    private func claimant(_ participant: ID<Participant>, in event: ID<Event>) throws -> Claimant {
        if let holder = try Holder.of(participant, in: event, connection) {
            return Claimant(claim: .enrolled(holder.standing), holder: holder)
        }
        guard try connection.participant(participant) != nil else { throw StoreError.notFound(.participant) }
        return Claimant(claim: .notEnrolled, holder: nil)
    }

    private func eventKey(number: Int, expected event: ID<Event>) throws -> EventKey? {
        let key = try eventKey(event)
        if key.number == number { return key }
        return try connection.event(number: number).map { try eventKey($0) }
    }
}
