import Attendance
import Store

/// What a phone sees on its way in: which part of the template, with which facts. All words stand in the template.
struct CheckInPage {
    let status: Int
    let details: [String: any Sendable]

    private init(_ part: String, status: Int = 200, _ details: [String: any Sendable] = [:]) {
        self.status = status
        self.details = details.merging(["is_\(part)": true]) { old, _ in old }
    }

    /// The code of the screen, or the ticket, is too old.
    static let expired = CheckInPage("expired", status: 410)
    /// Too much was guessed: people help.
    static let crowded = CheckInPage("crowded", status: 429)

    static func closed(_ event: Event) -> CheckInPage {
        CheckInPage("closed", status: 409, ["event": event.definition.name])
    }

    /// The sessions of which one is attended.
    static func choice(_ sessions: [Session], of event: Event, ticket: Ticket) -> CheckInPage {
        let choices = sessions.map { session -> [String: any Sendable] in
            ["id": session.id.description, "title": session.definition.title, "start": event.clock(session.startsAt)]
        }
        return CheckInPage("choice", ["event": event.definition.name, "ticket": ticket.id, "sessions": choices])
    }

    /// The form to be found by; `error` is the part of the template that says what was wrong.
    static func form(_ session: Session, of event: Event, ticket: Ticket, error: String? = nil) -> CheckInPage {
        var details = session.details(of: event)
        details["ticket"] = ticket.id
        if let error { details["is_\(error)"] = true }
        return CheckInPage("form", status: error == nil ? 200 : 422, details)
    }

    static func confirmation(_ name: String, _ session: Session, of event: Event, ticket: Ticket) -> CheckInPage {
        var details = session.details(of: event)
        details["ticket"] = ticket.id
        details["name"] = VietnameseText.shortened(name)
        return CheckInPage("confirmation", details)
    }

    /// What became of it.
    static func answer(_ answer: RedeemAnswer, _ session: Session, of event: Event, name: String) -> CheckInPage {
        var details = session.details(of: event)
        details["name"] = VietnameseText.shortened(name)
        guard let refusal = answer.outcome.refusal else {
            details["time"] = event.clock(answer.occurredAt)
            details["is_late"] = answer.record?.status == .late
            return CheckInPage("done", details)
        }
        details["time"] = answer.outcome.first.map { event.clock($0.at) }
        details["is_\(refusal.rawValue)"] = true
        let hasOwnWords: [Refusal] = [.alreadyRedeemed, .revoked, .sessionClosed, .sessionNotOpen]
        details["is_other"] = !hasOwnWords.contains(refusal)
        return CheckInPage("refused", details)
    }
}

extension Session {
    fileprivate func details(of event: Event) -> [String: any Sendable] {
        ["event": event.definition.name, "session": definition.title, "session_id": id.description]
    }
}

extension Event {
    /// `08:03` where the event is.
    fileprivate func clock(_ time: Timestamp) -> String {
        String(time.rfc3339(offsetMinutes: definition.utcOffsetMinutes).dropFirst(11).prefix(5))
    }
}
