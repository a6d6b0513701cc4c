internal import Attendance
internal import Exchange

extension BundleImport {
    /// Stores the event and its sessions, and makes the partitions that their scans need.
    ///
    /// - Throws: ``BundleRefusal/badEvent`` for a session whose times are none.
    func storeEvent() throws {
        let event = bundle.event
        let definition = event.definition
        try connection.run(
            """
            INSERT INTO province.event (id, number, name, kind, programme, organiser, venue, utc_offset_minutes)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (id) DO UPDATE SET number = excluded.number, name = excluded.name, kind = excluded.kind,
                programme = excluded.programme, organiser = excluded.organiser, venue = excluded.venue,
                utc_offset_minutes = excluded.utc_offset_minutes
            """,
            event.id, event.number, definition.name, definition.kind.rawValue, definition.programme,
            definition.organiser?.name, definition.venue, definition.utcOffsetMinutes)
        for session in event.sessions { try store(session) }
    }

    private func store(_ session: SessionRecord) throws {
        guard let definition = session.definition else { throw BundleRefusal.badEvent }
        let year = definition.startsAt.date(offsetMinutes: bundle.event.definition.utcOffsetMinutes).year
        try connection.run("SELECT province.make_year($1)", year)
        // The year stays what it was first: the scans of the session are in its partition.
        try connection.run(
            """
            INSERT INTO province.session (id, event, year, title, starts_at, ends_at, late_after_minutes,
                early_leave_minutes)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, starts_at = excluded.starts_at,
                ends_at = excluded.ends_at, late_after_minutes = excluded.late_after_minutes,
                early_leave_minutes = excluded.early_leave_minutes
            WHERE province.session.event = excluded.event
            """,
            session.id, bundle.event.id, year, definition.title, definition.startsAt, definition.endsAt,
            definition.lateAfterMinutes, definition.earlyLeaveMinutes)
    }
}
