internal import Attendance

extension Transaction {
    /// Makes the attendance of these people again from the ledger.
    func deriveAgain(_ places: Set<Place>) throws {
        if places.isEmpty { return }
        let replay = try Replay(connection, state.timeline, of: places)
        for place in places {
            guard let holder = try Holder.of(place.enrolment, connection) else { continue }
            var presence = replay.presence(place)
            presence.counted = try connection.presence(of: place.enrolment, in: place.session).counted
            try connection.replacePassages(of: presence)
            try update(presence, isWalkIn: holder.person.isWalkIn, in: session(place.session))
        }
    }

    /// Sets the standing and the code of somebody to what the last entry about each says, in the order of all boxes.
    func deriveStandingAndCode(of enrolment: ID<Enrolment>) throws {
        let standings = try entries(.standing, of: enrolment, value: "status")
        if let last = standings.last.flatMap(Enrolment.Standing.init(rawValue:)) {
            try connection.run("UPDATE enrolment SET standing = ? WHERE id = ?", last, enrolment)
        }
        let codes = try entries(.codeReissued, of: enrolment, value: "digits").compactMap { Code($0) }
        guard let current = codes.last else { return }
        for code in codes {
            try connection.run(
                "INSERT INTO code (number, enrolment, is_current) VALUES (?, ?, 0) ON CONFLICT DO NOTHING", code,
                enrolment)
        }
        try connection.run("UPDATE code SET is_current = (number = ?) WHERE enrolment = ?", current, enrolment)
        try connection.run("UPDATE enrolment SET code = ? WHERE id = ?", current, enrolment)
    }

    private func entries(
        _ kind: LedgerEntry.Kind, of enrolment: ID<Enrolment>, value column: String
    ) throws -> [String] {
        let names = try BoxNames(connection)
        let timeline = state.timeline
        let found = try connection.all(
            """
            SELECT \(column), seq, box, box_seq, \(ScanTimes.columnNames) FROM ledger
                LEFT JOIN merged_entry USING (seq)
            WHERE kind = ? AND kind <> 'redeem'
                AND enrolment IN (SELECT id FROM enrolment WHERE id = ? OR same_as = ?)
            """, kind.rawValue, enrolment, enrolment
        ) { row in
            let times = try ScanTimes(row, from: 4, timeline)
            return (
                value: try row[0] as String,
                position: names.position(
                    seq: try row[1], box: try row[2], boxSeq: try row[3], receivedAt: times.receivedAt(timeline))
            )
        }
        return found.map(\.position).inCommonOrder.map { found[$0].value }
    }
}

extension BoxNames {
    /// Where an entry stands in the ledger it was first written into.
    func position(seq: Int64, box: String?, boxSeq: Int64?, receivedAt: Timestamp) -> LedgerPosition {
        LedgerPosition(box: box ?? self.box(at: seq), seq: boxSeq ?? seq, receivedAt: receivedAt)
    }
}

extension Connection {
    /// Whether anything came from another box.
    var hasMergedEntries: Bool {
        get throws { try first("SELECT 1 FROM merged_entry LIMIT 1") { _ in true } ?? false }
    }

    /// Puts the passages of somebody in the place of those that stand there.
    fileprivate func replacePassages(of presence: Presence) throws {
        try run(
            "DELETE FROM passage WHERE session = ? AND enrolment = ?", presence.session, presence.enrolment)
        for passage in presence.passages { try insert(passage, of: presence.enrolment, in: presence.session) }
    }
}
