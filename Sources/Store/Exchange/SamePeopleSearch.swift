internal import Attendance

/// Finds people whom two boxes of an event have registered, each without knowing of the other.
///
/// The same citizen number is the same person. Without one it is the same folded name, birth date (or year) and commune,
/// if those who agree all agree with each other and come from different boxes: within one list two are two. Every box
/// that knows the same people finds the same pairs, whatever came first.
struct SamePeopleSearch {
    private let people: [Candidate]

    /// One enrolment with what decides.
    private struct Candidate {
        let enrolment: ID<Enrolment>
        let identity: Identity
        let numberHash: [UInt8]?
        /// The box that registered the person; nil for the roster, which all boxes have.
        let box: String?

        func isSame(as other: Candidate) -> Bool {
            if let one = numberHash, let two = other.numberHash { return one == two }
            return identity.isSame(as: other.identity)
        }
    }

    init(_ event: ID<Event>, keys: BoxKeys, _ connection: Connection) throws {
        let hashes = try connection.numberHashes(of: event, keys)
        let boxes = try connection.registrars(of: event)
        people = try connection.people(of: event).map { person in
            let hash = try connection.participant(person.participant.id)?.citizenHash
            return Candidate(
                enrolment: person.enrolment.id, identity: Identity(person.participant, citizenHash: hash),
                numberHash: hashes[person.enrolment.id], box: boxes[person.enrolment.id])
        }
    }

    /// Groups of enrolments, each of one person.
    var groups: [[ID<Enrolment>]] {
        let numbered = Dictionary(grouping: people.filter { $0.numberHash != nil }, by: \.numberHash).values
        let named = Dictionary(grouping: people, by: \.identity.name).values.flatMap(Self.agreeing)
        return (numbered.filter { $0.count > 1 } + named).map { $0.map(\.enrolment) }
    }

    /// Of people of one name those who are surely one; nobody where it is not clear who.
    private static func agreeing(_ people: [Candidate]) -> [[Candidate]] {
        guard people.count > 1 else { return [] }
        return people.indices.compactMap { first -> [Candidate]? in
            let group = people.indices.filter { $0 == first || people[$0].isSame(as: people[first]) }
            guard group.count > 1, group.first == first else { return nil }
            let members = group.map { people[$0] }
            let all = members.allSatisfy { one in people.count { one.isSame(as: $0) } == members.count }
            return all && Set(members.map(\.box)).count == members.count ? members : nil
        }
    }
}

extension Connection {
    /// By which box each walk-in of an event was registered; this one is the empty text.
    fileprivate func registrars(of event: ID<Event>) throws -> [ID<Enrolment>: String] {
        var found: [ID<Enrolment>: String] = [:]
        try forEach(
            """
            SELECT enrolment, coalesce(box, '') FROM ledger LEFT JOIN merged_entry USING (seq)
            WHERE kind = 'walk_in' AND kind <> 'redeem' AND event = ?
            """, event
        ) { found[try $0[0]] = try $0[1] }
        return found
    }
}
