package import Attendance

/// What the ledgers of all boxes of an event come to: a pure function of their entries.
///
/// Neither the order in which bundles arrive nor their number changes the result.
package struct EventHistory: Sendable {
    private var anchors = ClockAnchors()
    /// Enrolments that turned out to be another's.
    private var sameAs: [ID<Enrolment>: ID<Enrolment>] = [:]
    /// Whoever has an accepted scan or a mark.
    package private(set) var places: [Place: PlaceHistory] = [:]

    package init() {}

    /// Takes an entry from a bundle of `box`; whose attendance it may change, nil for an entry that is passed over.
    @discardableResult
    package mutating func take(_ line: LedgerLine, box: String) -> Place? {
        if let anchor = line.anchor { anchors.add(anchor) }
        guard let place = line.place.map(standing), let act = line.act(box: box) else { return nil }
        places[place, default: PlaceHistory()].add(act)
        return place
    }

    /// Makes one person of two; everybody whose attendance it may change.
    package mutating func join(_ pair: (alias: ID<Enrolment>, root: ID<Enrolment>)) -> Set<Place> {
        let root = sameAs[pair.root] ?? pair.root
        if pair.alias == root { return [] }
        sameAs[pair.alias] = root
        for (alias, known) in sameAs where known == pair.alias { sameAs[alias] = root }
        var changed: Set<Place> = []
        for (place, history) in places where place.enrolment == pair.alias {
            let target = Place(session: place.session, enrolment: root)
            for act in history.acts { places[target, default: PlaceHistory()].add(act) }
            places[place] = nil
            changed.formUnion([place, target])
        }
        return changed
    }

    /// The place of whoever somebody turned out to be.
    package func standing(_ place: Place) -> Place {
        Place(session: place.session, enrolment: sameAs[place.enrolment] ?? place.enrolment)
    }

    /// The true time of a reading if an anchor tells it, else what the wall clock showed.
    package func time(_ reading: ClockReading) -> Timestamp { anchors.time(reading) }

    /// What somebody's presence comes to; nil where there is nothing to tell.
    package func record(_ place: Place, _ session: SessionDefinition) -> AttendanceRecord? {
        places[place]?.record(session, time)
    }

    /// Everybody with something to tell, in sessions that are known.
    package func records(_ sessions: [SessionRecord]) -> [Place: AttendanceRecord] {
        let definitions = Dictionary(sessions.map { ($0.id, $0.definition) }) { first, _ in first }
        var records: [Place: AttendanceRecord] = [:]
        for place in places.keys {
            guard let definition = definitions[place.session].flatMap(\.self) else { continue }
            records[place] = record(place, definition)
        }
        return records
    }
}
