internal import Attendance

extension Transaction {
    /// Gives the scans of a boot the times that now count and makes their attendance again; the raw times stay.
    ///
    /// Returns how many accepted scans have another time now.
    func dateAgain(boot: String) throws -> Int {
        guard let seq = state.timeline.seq(ofBoot: boot) else { return 0 }
        let redated = try connection.wronglyDated(boot: seq, state.timeline)
        for passage in redated {
            try connection.run(
                "UPDATE passage SET at = ? WHERE session = ? AND enrolment = ? AND seq = ?",
                passage.at, passage.place.session, passage.place.enrolment, passage.seq)
        }
        try closeAgain(boot: seq)
        for place in Set(redated.map(\.place)) {
            guard let holder = try Holder.of(place.enrolment, connection) else { continue }
            let presence = try connection.presence(of: place.enrolment, in: place.session)
            try update(presence, isWalkIn: holder.person.isWalkIn, in: session(place.session))
        }
        // With another time an entry, also a mark, can have another place among those of other boxes.
        if try connection.hasMergedEntries { try deriveAgain(connection.places(ofBoot: seq)) }
        return redated.count
    }

    /// Sessions that were closed in this boot were closed at another time than it seemed.
    private func closeAgain(boot: Int64) throws {
        for closing in try connection.closings(boot: boot) {
            let session = try session(closing.session)
            let time = state.timeline.time(closing.reading(state.timeline))
            guard case .closed(let end) = session.state, end != time else { continue }
            _ = try setState(.closed(at: time), of: session)
        }
    }
}

/// A passage and the time it should have.
private struct RedatedPassage {
    let place: Place
    let seq: Int64
    let at: Timestamp
}

/// The last closing of a session.
private struct Closing {
    let session: ID<Session>
    let boot: Int64
    let bootMilliseconds: Int64
    let wall: Timestamp

    func reading(_ timeline: Timeline) -> ClockReading {
        timeline.reading(boot: boot, bootMilliseconds: bootMilliseconds, wall: wall)
    }
}

extension Connection {
    /// The passages received in a boot whose time is not the one that counts now.
    fileprivate func wronglyDated(boot: Int64, _ timeline: Timeline) throws -> [RedatedPassage] {
        try all(
            """
            SELECT passage.session, passage.enrolment, passage.seq, passage.at, \(ScanTimes.columnNames)
            FROM ledger JOIN passage
                ON passage.session = ledger.session AND passage.seq = ledger.seq AND passage.enrolment
                    = (SELECT coalesce(same_as, id) FROM enrolment WHERE id = ledger.enrolment)
            WHERE ledger.seq > ? AND ledger.boot = ?
            """, boot, boot
        ) { row -> RedatedPassage? in
            let at = try ScanTimes(row, from: 4, timeline).at(timeline)
            if at == (try row[3] as Timestamp) { return nil }
            return RedatedPassage(
                place: Place(session: try row[0], enrolment: try row[1]), seq: try row[2], at: at)
        }.compactMap(\.self)
    }

    /// Where something was recorded in a boot.
    fileprivate func places(ofBoot boot: Int64) throws -> Set<Place> {
        Set(
            try all(
                """
                SELECT DISTINCT ledger.session, coalesce(enrolment.same_as, enrolment.id)
                FROM ledger JOIN enrolment ON enrolment.id = ledger.enrolment
                WHERE ledger.seq > ? AND ledger.boot = ?
                    AND (ledger.kind IN ('mark', 'annul') OR ledger.kind = 'redeem' AND ledger.outcome = 'accepted')
                """, boot, boot
            ) { Place(session: try $0[0], enrolment: try $0[1]) })
    }

    /// The last closing of every session that was closed in a boot.
    fileprivate func closings(boot: Int64) throws -> [Closing] {
        try all(
            """
            SELECT session, boot, boot_ms, wall_ms, max(seq) FROM ledger
            WHERE kind = 'session_closed' AND kind <> 'redeem' GROUP BY session
            """
        ) {
            Closing(session: try $0[0], boot: try $0[1], bootMilliseconds: try $0[2], wall: try $0[3])
        }.filter { $0.boot == boot }
    }
}
