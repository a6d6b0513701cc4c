import Attendance
import FoundationEssentials
import Program
import Web
import Yams

/// An event as organisers write it down: YAML of schema `event/1`, times local to its time zone.
struct EventFile: Decodable {
    let schema: String
    let kind: String
    let name: String
    let programme: Named?
    let organiser: OrganiserInput?
    let decision: Decision?
    let venue: Venue?
    let timezone: String?
    let lateAfterMinutes: Int?
    let earlyLeaveMinutes: Int?
    let opensBeforeMinutes: Int?
    let oncePerDay: Bool?
    let sessions: [SessionEntry]?
    let area: Area?
    let indicators: [IndicatorEntry]?
    let rosters: [RosterEntry]?

    enum CodingKeys: String, CodingKey {
        case schema, kind, name, programme, organiser, decision, venue, timezone, sessions, area, indicators,
            rosters
        case lateAfterMinutes = "late_after_minutes"
        case earlyLeaveMinutes = "early_leave_minutes"
        case opensBeforeMinutes = "opens_before_minutes"
        case oncePerDay = "once_per_day"
    }

    /// The programme that the event belongs to.
    struct Named: Decodable {
        let name: String?
    }

    /// The decision that ordered the event.
    struct Decision: Decodable {
        let number: String
    }

    /// Where the event takes place.
    struct Venue: Decodable {
        let name: String?
        let commune: Commune?

        struct Commune: Decodable {
            let code: String
            let snapshot: String
            let name: String
        }
    }

    /// The communes that the event is for.
    struct Area: Decodable {
        let snapshot: String
        let communes: [Commune]

        struct Commune: Decodable {
            let code: String
            let name: String
            let district: String?
        }
    }

    /// One session, its times local.
    struct SessionEntry: Decodable {
        let id: String
        let name: String
        let date: String
        let start: String
        let end: String
        let lateAfterMinutes: Int?

        enum CodingKeys: String, CodingKey {
            case id, name, date, start, end
            case lateAfterMinutes = "late_after_minutes"
        }
    }

    /// A figure that the programme asks for.
    struct IndicatorEntry: Decodable {
        let id: String
        let name: String
        let unit: String
        let measure: String
        let numerator: [String: String]?
        let denominator: String?
        let target: Target?

        struct Target: Decodable {
            let value: Double
        }
    }

    /// A sheet of people; `unit` is `person`, or `organisation` where they are delegates.
    struct RosterEntry: Decodable {
        let sheet: String?
        let unit: String?
    }

    /// Reads a file; throws ``Failure`` with what is wrong with it.
    init(path: String) throws {
        let text = String(decoding: try readFile(path), as: UTF8.self)
        try EventFile.checkSessions(text, path)
        do {
            self = try YAMLDecoder().decode(EventFile.self, from: text)
        } catch {
            throw Failure.refused("\(path) cannot be used as an event file: \(YAMLProblem(error))")
        }
        guard schema == "event/1" else { throw Failure.refused("\(path) has schema \(schema), not event/1") }
        guard timezone.map({ $0 == "Asia/Ho_Chi_Minh" }) ?? true else {
            throw Failure.refused("\(path): only the time zone Asia/Ho_Chi_Minh is known")
        }
    }
}

extension EventFile {
    /// A plan is the frame of several classes, each with a file of its own in the folder of its name.
    private static func checkSessions(_ text: String, _ path: String) throws {
        guard let file = try? compose(yaml: text)?.mapping, file["sessions"]?.sequence?.isEmpty ?? true else { return }
        let parts = file["parts"]?.sequence?.compactMap(\.string) ?? []
        if parts.isEmpty { return }
        let files = parts.map { "\($0)/event.yaml" }
        throw Failure.refused(
            "\(path) is the plan of several classes and has no sessions of its own; create each part beside it: "
                + files.joined(separator: ", "))
    }

    /// The body of `POST /events`.
    func input() throws -> EventInput {
        var input = EventInput(name: name, kind: kind, sessions: try (sessions ?? []).map(session))
        input.programme = programme?.name
        input.organiser = organiser
        (input.venue, input.commune, input.decision) = (venue?.name, venue?.commune?.name, decision?.number)
        input.venueUnit = venue?.commune.map { UnitCode(code: $0.code, snapshot: $0.snapshot) }
        input.area = area.map { area in
            area.communes.map {
                .init(code: $0.code, name: $0.name, district: $0.district, snapshot: area.snapshot)
            }
        }
        input.oncePerDay = oncePerDay
        input.indicators = indicators?.map(\.indicator)
        input.organisationSheets = rosters?.filter { $0.unit == "organisation" }.map { $0.sheet ?? "" }
        return input
    }

    private func session(_ entry: SessionEntry) throws -> EventInput.SessionInput {
        var session = EventInput.SessionInput(
            title: entry.name, startsAt: try time(entry.date, entry.start), endsAt: try time(entry.date, entry.end))
        session.key = entry.id
        session.lateAfterMinutes = entry.lateAfterMinutes ?? lateAfterMinutes
        session.earlyLeaveMinutes = earlyLeaveMinutes
        session.opensBeforeMinutes = opensBeforeMinutes
        return session
    }

    private func time(_ date: String, _ clock: String) throws -> String {
        guard let time = Timestamp(localTime: "\(date)T\(clock):00") else {
            throw Failure.refused("\(date) \(clock) is no time")
        }
        return time.rfc3339()
    }
}

extension EventFile.IndicatorEntry {
    fileprivate var indicator: EventDefinition.Indicator {
        var indicator = EventDefinition.Indicator(id: id, name: name, unit: unit, measure: measure)
        (indicator.numerator, indicator.denominator) = (numerator ?? [:], denominator)
        indicator.target = target?.value
        return indicator
    }
}
