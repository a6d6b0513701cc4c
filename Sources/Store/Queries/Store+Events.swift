package import Attendance

extension Store {
    /// Every event, the newest first.
    package func events() throws(StoreError) -> [Event] {
        try read { try $0.events() }
    }

    /// An event with its sessions; nil for an unknown one.
    package func event(_ id: ID<Event>) throws(StoreError) -> Event? {
        try read { try $0.event(id) }
    }

    /// The event that a session belongs to; nil for an unknown session.
    package func event(of session: ID<Session>) throws(StoreError) -> Event? {
        try read { connection in try connection.session(session).flatMap { try connection.event($0.event) } }
    }

    /// A session; nil for an unknown one.
    package func session(_ id: ID<Session>) throws(StoreError) -> Session? {
        try read { try $0.session(id) }
    }

    /// A session's seals, the first one first.
    package func seals(of session: ID<Session>) throws(StoreError) -> [Seal] {
        try read { try $0.seals(of: session) }
    }
}
