internal import Attendance

extension Connection {
    private static let columns = """
        SELECT id, event, key, title, starts_at, ends_at, late_after, opens_before, early_leave, state, closed_at
        FROM session
        """

    /// A session; nil for an unknown one.
    func session(_ id: ID<Session>) throws -> Session? {
        try first(Self.columns + " WHERE id = ?", id, read: Session.init)
    }

    /// An event's sessions.
    func sessions(of event: ID<Event>) throws -> [Session] {
        try all(Self.columns + " WHERE event = ?", event, read: Session.init)
    }

    /// Every session of the box.
    func sessions() throws -> [Session] {
        try all(Self.columns, read: Session.init)
    }

    /// The sessions that were not opened yet.
    func plannedSessions() throws -> [Session] {
        try all(Self.columns + " WHERE state = 'planned'", read: Session.init)
    }

    /// Adds a session.
    func insert(_ session: Session) throws {
        let definition = session.definition
        try run(
            "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            session.id, session.event, definition.key, definition.title, definition.startsAt, definition.endsAt,
            definition.lateAfterMinutes, definition.opensBeforeMinutes, definition.earlyLeaveMinutes,
            session.state.name)
    }

    /// Sets a session's state.
    func setState(_ state: Session.State, of session: ID<Session>) throws {
        var closedAt: Timestamp?
        if case .closed(let end) = state { closedAt = end }
        try run("UPDATE session SET state = ?, closed_at = ? WHERE id = ?", state.name, closedAt, session)
    }
}

extension Session {
    fileprivate init(_ row: ResultRow) throws {
        let definition = SessionDefinition(
            key: try row[2], title: try row[3], startsAt: try row[4], endsAt: try row[5], lateAfterMinutes: try row[6],
            opensBeforeMinutes: try row[7], earlyLeaveMinutes: try row[8])
        self.init(
            id: try row[0], event: try row[1], definition: definition,
            state: try State(name: try row[9], closedAt: try row[10]))
    }
}

extension Session.State {
    fileprivate init(name: String, closedAt: Timestamp?) throws {
        switch (name, closedAt) {
        case ("planned", nil): self = .planned
        case ("open", nil): self = .open
        case ("closed", .some(let end)): self = .closed(at: end)
        default: throw StoreError.corrupt("session.state")
        }
    }
}

extension Transaction {
    /// A session, from memory if it was looked up before.
    func session(_ id: ID<Session>) throws -> Session {
        if let session = state.sessions[id] { return session }
        guard let session = try connection.session(id) else { throw StoreError.notFound(.session) }
        state.sessions[id] = session
        return session
    }

    /// Sets a session's state and forgets what was looked up.
    func setState(_ new: Session.State, of session: Session) throws -> Session {
        try connection.setState(new, of: session.id)
        state.sessions[session.id] = nil
        return try self.session(session.id)
    }
}
