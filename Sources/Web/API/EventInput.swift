package import Attendance

/// The body of `POST /events`.
package struct EventInput: Codable, Sendable {
    package var name: String
    package var kind: String
    package var programme: String?
    package var organiser: OrganiserInput?
    package var venue: String?
    package var commune: String?
    package var venueUnit: UnitCode?
    package var decision: String?
    package var area: [EventDefinition.Place]?
    package var indicators: [EventDefinition.Indicator]?
    /// Sheets of the roster that list organisations' delegates.
    package var organisationSheets: [String]?
    /// Whether a person counts once a day, in whichever session.
    package var oncePerDay: Bool?
    package var sessions: [SessionInput]

    package init(name: String, kind: String, sessions: [SessionInput]) {
        (self.name, self.kind, self.sessions) = (name, kind, sessions)
    }

    enum CodingKeys: String, CodingKey {
        case name, kind, programme, organiser, venue, commune, decision, area, indicators, sessions
        case venueUnit = "venue_unit"
        case organisationSheets = "organisation_sheets"
        case oncePerDay = "once_per_day"
    }

    /// One session of the body; times with offset, RFC 3339.
    package struct SessionInput: Codable, Sendable {
        package var key: String?
        package var title: String
        package var startsAt: String
        package var endsAt: String
        package var lateAfterMinutes: Int?
        package var opensBeforeMinutes: Int?
        package var earlyLeaveMinutes: Int?

        package init(title: String, startsAt: String, endsAt: String) {
            (self.title, self.startsAt, self.endsAt) = (title, startsAt, endsAt)
        }

        enum CodingKeys: String, CodingKey {
            case key, title
            case startsAt = "starts_at"
            case endsAt = "ends_at"
            case lateAfterMinutes = "late_after_minutes"
            case opensBeforeMinutes = "opens_before_minutes"
            case earlyLeaveMinutes = "early_leave_minutes"
        }
    }
}

extension EventInput {
    /// The definition, or 422 with a pointer to the first field that cannot be used.
    func definition() throws(Problem) -> EventDefinition {
        guard let kind = Event.Kind(rawValue: kind) else {
            throw .invalid("/kind", "must be one of \(Event.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        var definition = EventDefinition(name: try text(name, "/name"), kind: kind)
        definition.programme = try optionalText(programme, "/programme")
        definition.organiser = organiser?.organiser
        (definition.venue, definition.commune, definition.venueUnit) = (
            try optionalText(venue, "/venue"), try optionalText(commune, "/commune"), venueUnit
        )
        definition.decision = try optionalText(decision, "/decision")
        (definition.area, definition.indicators) = (area ?? [], indicators ?? [])
        definition.organisationSheets = organisationSheets
        definition.isOncePerDay = oncePerDay ?? false
        return definition
    }

    /// The sessions, or 422; an event has 1…200 of them, and no two share a key.
    func sessionDefinitions() throws(Problem) -> [SessionDefinition] {
        guard (1...200).contains(sessions.count) else { throw .invalid("/sessions", "must hold 1 to 200 sessions") }
        let keys = sessions.compactMap(\.key)
        guard Set(keys).count == keys.count else { throw .invalid("/sessions", "must not repeat a key") }
        var definitions: [SessionDefinition] = []
        for (index, session) in sessions.enumerated() {
            definitions.append(try session.definition(at: "/sessions/\(index)"))
        }
        return definitions
    }
}

extension EventInput.SessionInput {
    fileprivate func definition(at pointer: String) throws(Problem) -> SessionDefinition {
        guard let start = Timestamp(rfc3339: startsAt) else {
            throw .invalid("\(pointer)/starts_at", "must be a time with offset (RFC 3339)")
        }
        guard let end = Timestamp(rfc3339: endsAt) else {
            throw .invalid("\(pointer)/ends_at", "must be a time with offset (RFC 3339)")
        }
        guard end > start else { throw .invalid("\(pointer)/ends_at", "must come after starts_at") }
        return SessionDefinition(
            key: key, title: try text(title, "\(pointer)/title"), startsAt: start, endsAt: end,
            lateAfterMinutes: try minutes(lateAfterMinutes, "\(pointer)/late_after_minutes") ?? 15,
            opensBeforeMinutes: try minutes(opensBeforeMinutes, "\(pointer)/opens_before_minutes"),
            earlyLeaveMinutes: try minutes(earlyLeaveMinutes, "\(pointer)/early_leave_minutes") ?? 15)
    }
}

/// Minutes of up to one day; 422 otherwise.
private func minutes(_ minutes: Int?, _ pointer: String) throws(Problem) -> Int? {
    guard let minutes else { return nil }
    guard (0...1_440).contains(minutes) else { throw .invalid(pointer, "must be 0 to 1440 minutes") }
    return minutes
}
