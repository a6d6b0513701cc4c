internal import Attendance
internal import Crypto
internal import Exchange

/// The entries of one bundle on their way into the ledger.
struct EntryMerge {
    let event: ID<Event>
    /// The box that made the bundle.
    let box: String
    var report: MergeReport
    private var places: Set<Place> = []
    private var people: Set<ID<Enrolment>> = []
    private var boots: Set<String> = []
    private var sessions: Set<ID<Session>>?

    init(_ bundle: EventBundle) {
        (event, box) = (bundle.manifest.event, bundle.manifest.box)
        report = MergeReport(event: event, unusable: bundle.unusableLines)
    }

    /// Takes over one entry, unless it is here already or cannot be.
    mutating func take(_ line: LedgerLine, in transaction: Transaction) throws {
        if let seq = try transaction.connection.seq(of: line) {
            try transaction.connection.note(line, isTwinOf: seq)
            if line.isScan { report.known += 1 }
            return
        }
        if let reason = try obstacle(line, in: transaction.connection) {
            return report.rejected.append(MergeReport.Rejected(id: line.id, why: reason))
        }
        var line = line
        // A refused scan may be of somebody whom only the other box knows, from another event.
        if let enrolment = line.enrolment, try transaction.connection.person(enrolment: enrolment) == nil {
            line.enrolment = nil
        }
        let about = try line.aboutID.flatMap { try transaction.connection.seq(of: $0) }
        if line.kind == "annul" {
            guard let about else { return report.rejected.append(.init(id: line.id, why: .unknownScan)) }
            // Both boxes have taken it back: once is enough.
            if try transaction.connection.isAnnulled(about) { return }
        }
        try append(line, about: about, in: transaction)
    }

    /// Takes note of places that two boxes knew as different people's.
    mutating func join(_ places: Set<Place>) { self.places.formUnion(places) }

    /// Makes everything again that follows from what was taken over.
    mutating func finish(in transaction: Transaction) throws {
        for boot in boots { _ = try transaction.dateAgain(boot: boot) }
        let same = try SamePeople(transaction.connection)
        places = Set(places.map(same.standing))
        people = Set(people.map(same.standing))
        try transaction.deriveAgain(places)
        for enrolment in people { try transaction.deriveStandingAndCode(of: enrolment) }
        for place in places {
            if case .closed = try transaction.session(place.session).state {
                transaction.state.unsealed.insert(place.session)
            }
        }
    }

    private mutating func append(_ line: LedgerLine, about: Int64?, in transaction: Transaction) throws {
        let boot = try transaction.seq(ofBoot: line.bootID)
        let seq = transaction.state.head.entries + 1
        guard try transaction.appendIfNew(MergedEntry(line, about: about), boot: boot) else { return }
        // Of a box that was copied two entries may have one place: the second is kept as an entry of this ledger alone.
        try transaction.connection.run(
            "INSERT INTO merged_entry (seq, box, box_seq) VALUES (?, ?, ?) ON CONFLICT (box, box_seq) DO NOTHING", seq,
            line.origin?.box ?? box, line.origin?.seq ?? line.seq)
        report.entries += 1
        if line.isScan { report.scans += 1 }
        if let anchor = line.anchor {
            transaction.state.timeline.add(anchor)
            boots.insert(anchor.boot)
        }
        if let place = line.place, line.act(box: box) != nil { places.insert(place) }
        if let enrolment = line.enrolment, ["standing", "code_reissued"].contains(line.kind) {
            people.insert(enrolment)
        }
    }

    private mutating func obstacle(_ line: LedgerLine, in connection: Connection) throws -> MergeReport.Reason? {
        guard line.isWhole else { return .malformed }
        if let session = line.session {
            let known = try sessions ?? Set(connection.sessions(of: event).map(\.id))
            sessions = known
            guard known.contains(session) else { return .unknownSession }
        }
        if line.event.map({ $0 != event }) == true { return .malformed }
        if let enrolment = line.enrolment, !line.isRefusal, try connection.person(enrolment: enrolment) == nil {
            return .unknownPerson
        }
        return nil
    }
}

extension LedgerLine {
    /// Whether the columns that the entry's kind needs are there, and are what they should be.
    fileprivate var isWhole: Bool {
        guard hash(after: LedgerChain.noHash) != nil, !bootID.isEmpty,
            direction == nil || direction.flatMap(Direction.init) != nil
        else { return false }
        switch kind {
        case "redeem":
            return session != nil && nonce != nil && direction != nil && presented != nil && hasKnownOutcome
        case "annul": return place != nil && aboutID != nil && noteHash != nil
        case "mark": return place != nil && status.flatMap(AttendanceRecord.Status.init) != nil
        case "clock_anchor": return anchor != nil
        case "standing": return enrolment != nil && status.flatMap(Enrolment.Standing.init) != nil
        case "code_reissued": return enrolment != nil && digits.flatMap({ Code($0) }) != nil
        default: return true
        }
    }

    fileprivate var isRefusal: Bool { kind == "redeem" && outcome != Outcome.accepted.name }

    private var hasKnownOutcome: Bool {
        outcome == "accepted" ? enrolment != nil : outcome.flatMap(Refusal.init) != nil
    }
}

extension Connection {
    /// The seq that the entry has here, or for a scan the one with its nonce; nil for what is not here.
    fileprivate func seq(of line: LedgerLine) throws -> Int64? {
        if let seq = try seq(of: line.id) { return seq }
        guard let nonce = line.nonce.flatMap(Hex.decode) else { return nil }
        return try first("SELECT seq FROM ledger WHERE nonce = ?", nonce) { try $0[0] }
    }

    /// The seq that an entry, or its twin, has here.
    fileprivate func seq(of id: ID<Scan>) throws -> Int64? {
        try first("SELECT seq FROM ledger WHERE id = ?1 UNION ALL SELECT seq FROM twin WHERE id = ?1", id) { try $0[0] }
    }

    /// Remembers what a scan is called at another box: an annulment there names it so.
    fileprivate func note(_ line: LedgerLine, isTwinOf seq: Int64) throws {
        try run(
            "INSERT INTO twin (id, seq) SELECT ?1, ?2 WHERE (SELECT id FROM ledger WHERE seq = ?2) <> ?1 ON CONFLICT DO NOTHING",
            line.id, seq)
    }
}
