internal import Attendance

/// What an import would do, worked out before anything is written.
struct RosterPlan {
    private(set) var steps: [Step] = []
    private(set) var duplicates: [ImportReport.Duplicate] = []

    /// What becomes of one row.
    struct Step {
        let entry: RosterEntry
        /// Known already; nil for somebody new.
        let known: KnownPerson?
        /// Enrolled in this event already.
        let enrolled: EnrolledPerson?
        let citizenHash: [UInt8]?

        /// The person as this row leaves them.
        var person: KnownPerson? { known?.updated(by: entry, citizenHash: citizenHash) }

        /// Whether the row says nothing new.
        var isUnchanged: Bool { known != nil && person == known && enrolled.map { $0.isUpToDate(with: entry) } == true }
    }

    /// Finds for every entry who it is: by number, by the row it had, by name, birth and commune.
    init(_ entries: [RosterEntry], event: ID<Event>, in transaction: Transaction) throws {
        let known = try EnrolledPeople(transaction.connection.people(of: event))
        let standing = try transaction.connection.participantsStanding(in: event)
        var seen = SeenPeople()
        for entry in entries {
            let hash = entry.citizenNumber.map(transaction.keys.citizenHash)
            let identity = Identity(entry, citizenHash: hash)
            if let first = seen.row(of: identity) {
                duplicates.append(ImportReport.Duplicate(row: entry.row, of: first))
                continue
            }
            let found = try transaction.connection.known(identity, at: entry, among: known)
            let person = try found.map { found in
                try standing[found.participant.id].flatMap(transaction.connection.participant) ?? found
            }
            if let person, let first = seen.row(of: person.participant.id) {
                duplicates.append(ImportReport.Duplicate(row: entry.row, of: first))
                continue
            }
            seen.add(identity, person?.participant.id, row: entry.row)
            steps.append(
                Step(
                    entry: entry, known: person, enrolled: person.flatMap { known.byID[$0.participant.id] },
                    citizenHash: hash))
        }
    }
}

/// The people of the same list that came before.
private struct SeenPeople {
    private var byHash: [[UInt8]: Int] = [:]
    private var byName: [String: [(identity: Identity, row: Int)]] = [:]
    private var byID: [ID<Participant>: Int] = [:]

    func row(of identity: Identity) -> Int? {
        if let hash = identity.citizenHash, let row = byHash[hash] { return row }
        return byName[identity.name]?.first { $0.identity.isSame(as: identity) }?.row
    }

    func row(of participant: ID<Participant>) -> Int? { byID[participant] }

    mutating func add(_ identity: Identity, _ participant: ID<Participant>?, row: Int) {
        if let hash = identity.citizenHash { byHash[hash] = row }
        byName[identity.name, default: []].append((identity, row))
        if let participant { byID[participant] = row }
    }
}

/// The people of the event before the import.
private struct EnrolledPeople {
    let byID: [ID<Participant>: EnrolledPerson]
    let byRow: [RosterRow: EnrolledPerson]

    init(_ people: [EnrolledPerson]) {
        byID = Dictionary(people.map { ($0.participant.id, $0) }, uniquingKeysWith: { first, _ in first })
        byRow = Dictionary(people.compactMap { person in person.rosterRow.map { ($0, person) } }) { first, _ in first }
    }
}

extension Connection {
    /// Of participants whom another box had registered too, who stands for them in the event.
    fileprivate func participantsStanding(in event: ID<Event>) throws -> [ID<Participant>: ID<Participant>] {
        var found: [ID<Participant>: ID<Participant>] = [:]
        try forEach(
            """
            SELECT alias.participant, root.participant FROM enrolment AS alias
            JOIN enrolment AS root ON root.id = alias.same_as WHERE alias.event = ?
            """, event
        ) { found[try $0[0]] = try $0[1] }
        return found
    }

    fileprivate func known(
        _ identity: Identity, at entry: RosterEntry, among people: EnrolledPeople
    ) throws -> KnownPerson? {
        let candidates = try candidates(identity)
        if let same = candidates.first(where: { $0.identity.isSame(as: identity) }) { return same }
        guard let person = people.byRow[RosterRow(sheet: entry.sheet, row: entry.row)] else { return nil }
        return candidates.first {
            $0.participant.id == person.participant.id && $0.identity.isCompatible(with: identity)
        }
    }
}

extension EnrolledPerson {
    /// Where the roster has the person.
    fileprivate var rosterRow: RosterRow? {
        guard let sheet, let row else { return nil }
        return RosterRow(sheet: sheet, row: row)
    }

    /// Whether the enrolment holds what the entry says.
    func isUpToDate(with entry: RosterEntry) -> Bool {
        !enrolment.isWalkIn && sheet == entry.sheet && row == entry.row && position == entry.position
            && organisation == entry.organisation && note == entry.note
    }
}
