internal import Attendance
internal import FoundationEssentials

/// Words what is known of one event's attendance as xAPI statements.
///
/// A statement's id follows from what it says and from the entries behind it: making it again gives the same id, another
/// box of the event gives it the same id, and what is said anew after a correction has another one.
struct StatementWriter {
    let event: EventRecord
    private let people: [ID<Enrolment>: PersonRecord]
    private let sessions: [ID<Session>: SessionRecord]

    init(event: EventRecord, people: [PersonRecord]) {
        self.event = event
        self.people = Dictionary(people.map { ($0.enrolment, $0) }) { first, _ in first }
        sessions = Dictionary(event.sessions.map { ($0.id, $0) }) { first, _ in first }
    }

    /// What there is to say of one person in one session: that they attended, and when they left.
    func statements(_ place: Place, _ history: PlaceHistory, _ time: (ClockReading) -> Timestamp) -> [XAPIStatement] {
        guard let person = people[place.enrolment], let session = sessions[place.session],
            let definition = session.definition, let record = history.record(definition, time),
            record.status == .present || record.status == .late
        else { return [] }
        let passages = history.presence(time).passages.inOrder
        let context = context(person, session, history.firstEntry(time), record)
        let exits = passages.filter { $0.direction == .exit && record.firstEntryAt != nil }
        return [attended(person, session, definition, history, record, context)]
            + exits.map { exited(person, session, $0, context) }
    }

    /// Takes a statement back.
    func voided(_ statement: XAPIStatement, at time: Timestamp) -> XAPIStatement {
        XAPIStatement(
            id: Self.id("voided", in: statement.id.uuid),
            actor: XAPIStatement.Agent(
                account: .init(homePage: "\(XAPIVocabulary.base)/events/\(event.id)", name: "diemdanh")),
            verb: XAPIVocabulary.voided,
            object: XAPIStatement.Object(objectType: "StatementRef", id: statement.id.description),
            timestamp: text(time))
    }

    private func attended(
        _ person: PersonRecord, _ session: SessionRecord, _ definition: SessionDefinition, _ history: PlaceHistory,
        _ record: AttendanceRecord, _ context: XAPIStatement.Context
    ) -> XAPIStatement {
        let at = record.firstEntryAt ?? definition.startsAt
        let causes = history.acts.map(\.id.description).sorted()
        let facts = [
            "attended", session.id.description, record.status.rawValue, String(at.milliseconds),
            record.minutesPresent.map(String.init) ?? "",
        ]
        return XAPIStatement(
            id: Self.id((facts + causes).joined(separator: "\n"), in: person.enrolment.uuid), actor: agent(person),
            verb: XAPIVocabulary.attended, object: activity(session),
            result: XAPIStatement.Result(completion: true, duration: record.minutesPresent.map(Self.duration)),
            context: context, timestamp: text(at))
    }

    private func exited(
        _ person: PersonRecord, _ session: SessionRecord, _ exit: Passage, _ context: XAPIStatement.Context
    ) -> XAPIStatement {
        XAPIStatement(
            id: Self.id("exited\n\(exit.scan)\n\(exit.at.milliseconds)", in: person.enrolment.uuid),
            actor: agent(person), verb: XAPIVocabulary.exited, object: activity(session), context: context,
            timestamp: text(exit.at))
    }

    /// The person's first code: who is given a new card stays the same learner.
    private func agent(_ person: PersonRecord) -> XAPIStatement.Agent {
        XAPIStatement.Agent(
            account: .init(
                homePage: "\(XAPIVocabulary.base)/events/\(event.id)", name: person.earlierCodes?.first ?? person.code))
    }

    private func activity(_ session: SessionRecord) -> XAPIStatement.Object {
        XAPIVocabulary.activity("sessions/\(session.id)", session.title, type: XAPIVocabulary.meeting)
    }

    private func context(
        _ person: PersonRecord, _ session: SessionRecord, _ entry: PlaceHistory.Kind?, _ record: AttendanceRecord
    ) -> XAPIStatement.Context {
        let course = XAPIVocabulary.activity(
            "events/\(event.id)", event.definition.name, type: XAPIVocabulary.course)
        let programme = event.definition.programme.map { name in
            [XAPIVocabulary.activity("programmes/\(XAPIVocabulary.programme(name))", name, type: XAPIVocabulary.course)]
        }
        return XAPIStatement.Context(
            registration: person.enrolment, contextActivities: .init(parent: [course], grouping: programme),
            platform: XAPIVocabulary.platform, language: XAPIVocabulary.language,
            extensions: extensions(person, session, entry, record))
    }

    private func extensions(
        _ person: PersonRecord, _ session: SessionRecord, _ entry: PlaceHistory.Kind?, _ record: AttendanceRecord
    ) -> [String: String] {
        var (method, kiosk): (String?, String?) = ("mark", nil)
        if case .scan(_, let gate, let how)? = entry { (method, kiosk) = (how, gate) }
        let commune = person.commune
        let unit = commune.flatMap { commune in commune.code.map { "\($0) (\(commune.snapshot ?? ""))" } }
        let values: [String: String?] = [
            "commune": commune?.name, "commune_code": unit, "session": session.key ?? session.id.description,
            "method": method, "kiosk": kiosk, "status": record.status.rawValue,
        ]
        return Dictionary(
            uniqueKeysWithValues: values.compactMap { name, value in
                value.map { (XAPIVocabulary.extensionKey(name), $0) }
            })
    }

    private func text(_ time: Timestamp) -> String {
        time.rfc3339(offsetMinutes: event.definition.utcOffsetMinutes)
    }

    private static func id(_ name: String, in namespace: UUID) -> ID<XAPIStatement> {
        ID(UUID(name: name, in: namespace))
    }

    /// ISO 8601: `PT3H30M`.
    private static func duration(minutes: Int) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        if hours > 0 { return "PT\(hours)H" + (rest > 0 ? "\(rest)M" : "") }
        return "PT\(rest)M"
    }
}
