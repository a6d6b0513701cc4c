/// What the province asks of the boxes' records: lượt (attended sessions) and người (unique people), kept apart.
package struct Summary: Encodable, Sendable {
    package var filter: SummaryFilter
    package var total: Total
    package var programme: [Figure]
    /// `2024-06`.
    package var month: [Figure]
    /// In the units since 1 July 2025.
    package var commune: [Figure]
    /// As the lists have it, code and snapshot: `2024/09700`; the commune's text where it has no code.
    package var communeListed: [Figure]
    /// `female`, `male`, `unknown`.
    package var sex: [Figure]
    /// `Kinh`, `DTTS`, `foreign`, `unknown`.
    package var kinhDTTS: [Figure]
    /// Programme × month × commune.
    package var rows: [Row]

    enum CodingKeys: String, CodingKey {
        case filter, total, programme, month, commune, sex, rows
        case communeListed = "commune_listed"
        case kinhDTTS = "kinh_dtts"
    }

    /// All of it together.
    package struct Total: Encodable, Equatable, Sendable {
        package var events = 0
        package var sessions = 0
        /// Registrations, and how many people they are.
        package var enrolments = 0
        package var registered = 0
        /// Unique people who came at least once.
        package var people = 0
        /// People per event, added up.
        package var personEvents = 0
        /// Attended sessions, late ones too.
        package var attendances = 0

        enum CodingKeys: String, CodingKey {
            case events, sessions, enrolments, registered, people, attendances
            case personEvents = "person_events"
        }
    }

    /// One group.
    package struct Figure: Encodable, Equatable, Sendable {
        package var key: String
        package var name: String
        package var people: Int
        package var attendances: Int
        /// Of the people: those from communes that were divided in 2025, so that the figure is approximate.
        package var approximate: Int
    }

    /// One cell of programme × month × commune.
    package struct Row: Encodable, Equatable, Sendable {
        package var programme: String
        package var month: String
        package var commune: String
        package var communeName: String
        package var people: Int
        package var attendances: Int

        enum CodingKeys: String, CodingKey {
            case programme, month, commune, people, attendances
            case communeName = "commune_name"
        }
    }
}
