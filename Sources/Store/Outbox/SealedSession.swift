package import Attendance

/// A closed session with its last seal, and the figures that the seal stands for.
package struct SealedSession: Hashable, Sendable {
    package let event: Event
    package let session: Session
    package let seal: Seal
    package let counts: AttendanceCounts
}

extension Store {
    /// Closed sessions whose last seal a main system of others has not acknowledged, in the order of their seals.
    ///
    /// A session that was opened again is told of when it is closed again.
    package func sealedSessions(undeliveredTo destination: Destination) throws(StoreError) -> [SealedSession] {
        try read { connection in
            let news = try connection.news(.sealed) { try connection.delivered($0, to: destination).seq }
            return try news.flatMap { try connection.sealedSessions(of: $0) }.sorted { $0.seal.seq < $1.seal.seq }
        }
    }
}

extension Connection {
    fileprivate func sealedSessions(of news: EventNews) throws -> [SealedSession] {
        guard let event = try event(news.event) else { return [] }
        return try event.sessions.compactMap { session in
            guard case .closed = session.state, let seal = try lastSeal(of: session.id), seal.seq >= news.first else {
                return nil
            }
            return SealedSession(event: event, session: session, seal: seal, counts: try counts(session))
        }
    }
}
