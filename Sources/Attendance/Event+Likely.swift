extension Array where Element == Event {
    /// The planned session that most likely takes place now, while the true time is not known.
    ///
    /// It is the first that ends after the latest of what the box knows: `known`, the time of its newest record, and the
    /// latest session that was opened. Where all are over by that, the newest event's first one. Never one of an event
    /// that was over when the latest opened session began. `self` has the newest event first.
    package func likelySession(known: Timestamp?) -> Session? {
        let opened = flatMap(\.sessions).filter { $0.state != .planned }.map(\.startsAt).max()
        let open = filter { event in
            opened.map { opened in event.sessions.contains { $0.definition.endsAt > opened } } ?? true
        }
        let planned = open.map { $0.sessions.filter { $0.state == .planned } }
        let newest = [opened, known].compactMap(\.self).max()
        let coming = planned.joined().filter { session in
            newest.map { session.definition.endsAt > $0 } ?? false
        }
        let candidates = coming.isEmpty ? planned.first { !$0.isEmpty } ?? [] : coming
        return candidates.min { $0.startsAt < $1.startsAt }
    }
}
