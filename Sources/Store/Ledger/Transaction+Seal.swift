internal import Attendance
internal import Crypto

extension Transaction {
    /// Appends a sealing entry for a session.
    func seal(_ session: Session, _ kind: LedgerEntry.Kind, actor: Actor) throws -> Seal {
        let number = (try connection.lastSeal(of: session.id)?.number ?? 0) + 1
        var entry = LedgerEntry(kind, actor: actor, in: self)
        entry.session = session.id.uuid
        entry.number = Int64(number)
        let seq = try append(entry)
        state.unsealed.remove(session.id)
        state.wantsDelivery = true
        return Seal(session: session.id, number: number, seq: seq, hash: state.head.hash)
    }

    /// Remembers a closed session whose record was changed after its seal.
    func noteUnsealed(_ entry: LedgerEntry) throws {
        guard let id = entry.session, entry.changesAttendance else { return }
        let session = try session(ID<Session>(id))
        if case .closed = session.state { state.unsealed.insert(session.id) }
    }

    /// A change of an event's list goes out by itself where no seal will bring it along.
    func noteChangeOfPeople(_ entry: LedgerEntry) throws {
        // A scan names its session only: it goes no further.
        guard let event = entry.event, LedgerEntry.Kind.ofPeople.contains(entry.kind) else { return }
        let sessions = try connection.sessions(of: ID<Event>(event))
        if !sessions.contains(where: { $0.state == .open }) { state.wantsDelivery = true }
    }

    /// Gives every session that was changed after its seal the next one.
    func sealAgain() throws {
        for id in state.unsealed.sorted(by: { $0.description < $1.description }) {
            _ = try seal(session(id), .resealed, actor: .system)
        }
        state.unsealed = []
    }
}

extension LedgerEntry {
    /// Whether the entry can change somebody's attendance.
    fileprivate var changesAttendance: Bool {
        switch kind {
        case .redeem: outcome == "accepted"
        case .annul, .mark: true
        default: false
        }
    }
}

extension Connection {
    /// A session's seals, the first one first.
    func seals(of session: ID<Session>) throws -> [Seal] {
        try all(
            """
            SELECT number, seq, hash FROM ledger
            WHERE kind IN ('session_closed', 'resealed') AND kind <> 'redeem' AND session = ? ORDER BY seq
            """, session
        ) {
            Seal(session: session, number: try $0[0], seq: try $0[1], hash: Hex.encode(try $0[2] as [UInt8]))
        }
    }

    /// A session's last seal; nil before its first closing.
    func lastSeal(of session: ID<Session>) throws -> Seal? {
        try seals(of: session).last
    }
}
