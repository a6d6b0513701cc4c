internal import Attendance
internal import Synchronization

/// The name indices of the events that were searched, made at the first search.
final class NameCache: Sendable {
    private let indices = Mutex<[ID<Event>: EventNames]>([:])

    /// The people whose names match the query, the best first.
    ///
    /// `load` reads everybody's name; it is called at the event's first search.
    func search(
        _ query: String, in event: ID<Event>, limit: Int, load: () throws(StoreError) -> [Naming]
    ) throws(StoreError) -> [ID<Enrolment>] {
        try indices.withLock { indices throws(StoreError) in
            if indices[event] == nil {
                var names = EventNames()
                // Under the lock: a name that is committed meanwhile comes through `take` and is not lost.
                try load().forEach { names.take($0) }
                indices[event] = names
            }
            return indices[event]?.search(query, limit: limit) ?? []
        }
    }

    /// Takes over names that were committed.
    func take(_ namings: [Naming]) {
        indices.withLock { indices in
            for naming in namings { indices[naming.event]?.take(naming) }
        }
    }
}

/// What somebody is called.
struct Naming: Sendable {
    let event: ID<Event>
    let enrolment: ID<Enrolment>
    let name: String
}

/// One event's names: the index counts people, enrolments are ids.
private struct EventNames {
    private var index = NameIndex()
    private var enrolments: [ID<Enrolment>] = []
    private var numbers: [ID<Enrolment>: Int] = [:]

    mutating func take(_ naming: Naming) {
        let number = numbers[naming.enrolment] ?? enrolments.count
        if number == enrolments.count {
            enrolments.append(naming.enrolment)
            numbers[naming.enrolment] = number
        }
        index.insert(id: number, name: naming.name)
    }

    func search(_ query: String, limit: Int) -> [ID<Enrolment>] {
        index.search(query, limit: limit).map { enrolments[$0] }
    }
}
