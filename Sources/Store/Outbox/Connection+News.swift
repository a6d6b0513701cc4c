internal import Attendance

extension Connection {
    /// Events that have something worth sending after the entry up to which `sent` says that it went out, each with the
    /// first entry to send.
    func news(_ extent: NewsExtent, sent: (ID<Event>) throws -> Int64) throws -> [EventNews] {
        let newest = try lastEntries(extent)
        return try all("SELECT id FROM event ORDER BY id") { try $0[0] as ID<Event> }.compactMap { event in
            let last = try sent(event)
            let hasNews = newest[event].map { $0 > last } ?? false
            guard try hasNews || wasDatedAgain(after: last) else { return nil }
            return EventNews(event: event, first: last + 1)
        }
    }

    /// The last entry of each event that counts.
    private func lastEntries(_ extent: NewsExtent) throws -> [ID<Event>: Int64] {
        try lastOfSessions(extent).merging(lastOfPeople(extent), uniquingKeysWith: max)
    }

    /// One pass: an event without news would else be searched to the end.
    private func lastOfSessions(_ extent: NewsExtent) throws -> [ID<Event>: Int64] {
        // `<> 'redeem'` names the index: without it the whole ledger is read.
        let condition = extent == .sealed ? "kind IN ('session_closed', 'resealed') AND kind <> 'redeem'" : "true"
        var newest: [ID<Event>: Int64] = [:]
        try forEach(
            """
            SELECT session.event, max(seq) FROM ledger JOIN session ON session.id = ledger.session
            WHERE \(condition) GROUP BY session.event
            """
        ) { newest[try $0[0]] = try $0[1] }
        return newest
    }

    /// Who is on the list, and with which card, of an event that has begun. While a session is open its seal will bring
    /// them along.
    private func lastOfPeople(_ extent: NewsExtent) throws -> [ID<Event>: Int64] {
        let begun =
            extent == .sealed ? "max(state = 'closed') = 1 AND max(state = 'open') = 0" : "min(state = 'planned') = 0"
        var newest: [ID<Event>: Int64] = [:]
        try forEach(
            """
            SELECT event, max(seq) FROM ledger
            WHERE kind IN (\(LedgerEntry.Kind.ofPeopleSQL)) AND kind <> 'redeem'
                AND event IN (SELECT event FROM session GROUP BY event HAVING \(begun))
            GROUP BY event
            """
        ) { newest[try $0[0]] = try $0[1] }
        return newest
    }

    /// Whether the true time of a boot that sent entries are of was learnt after them.
    private func wasDatedAgain(after seq: Int64) throws -> Bool {
        try first(
            "SELECT 1 FROM ledger WHERE kind = 'clock_anchor' AND kind <> 'redeem' AND seq > ? AND boot <= ? LIMIT 1",
            seq, seq
        ) { _ in true } ?? false
    }
}
