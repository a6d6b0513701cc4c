internal import Attendance

/// The xAPI statements of a range of ledger entries: what is new in it, and what is taken back.
///
/// What was said before the range is said again in no bundle. A correction takes back what was true before it, even
/// within the range, so that the trail of corrections shows.
package struct StatementTrail: Sendable {
    private let writer: StatementWriter
    private var history = EventHistory()
    /// What has been said of each person in each session and still stands.
    private var standing: [Place: [XAPIStatement]] = [:]
    /// About whom there may be something new to say.
    private var changed: Set<Place> = []
    private var said: [XAPIStatement] = []
    private var latest = Timestamp(milliseconds: 0)

    /// A trail that begins where nothing has been said.
    package init(event: EventRecord, people: [PersonRecord]) {
        writer = StatementWriter(event: event, people: people)
    }

    /// Takes an entry of a bundle of `box`, in the order of its ledger.
    package mutating func take(_ line: LedgerLine, box: String) {
        if let place = line.place.map(history.standing), line.kind == "annul" || line.kind == "mark",
            changed.contains(place)
        {
            say(place)
        }
        if let pair = line.samePerson { changed.formUnion(history.join(pair)) }
        if let place = history.take(line, box: box) { changed.insert(place) }
        latest = history.time(line.times.received)
        guard let anchor = line.anchor else { return }
        changed.formUnion(
            history.places.filter { $0.value.acts.contains { $0.times.received.boot == anchor.boot } }.keys)
    }

    /// Ends what was said before: of the entries taken so far nothing will be said.
    package mutating func beginRange() {
        sayAll()
        said = []
    }

    /// Everything that the entries since the range's beginning say.
    package consuming func finish() -> [XAPIStatement] {
        sayAll()
        return said
    }

    private mutating func sayAll() {
        let places = changed.sorted {
            ($0.session.description, $0.enrolment.description) < ($1.session.description, $1.enrolment.description)
        }
        for place in places { say(place) }
    }

    private mutating func say(_ place: Place) {
        changed.remove(place)
        let now = history.places[place].map { writer.statements(place, $0, history.time) } ?? []
        let before = standing[place] ?? []
        let (old, new) = (Set(before.map(\.id)), Set(now.map(\.id)))
        said += before.filter { !new.contains($0.id) }.map { writer.voided($0, at: latest) }
        said += now.filter { !old.contains($0.id) }
        standing[place] = now
    }
}
