internal import Attendance
internal import Exchange

extension BundleImport {
    /// Stores the event and its sessions, and makes the partitions that their scans need.
    ///
    /// Of all bundles the word of the one with the highest rank stands, whichever came first.
    /// - Throws: ``BundleRefusal/badEvent`` for a session whose times are none.
    func storeEvent(bundle id: Int64) throws {
        let event = bundle.event
        let definition = event.definition
        try connection.run(
            """
            INSERT INTO province.event (id, number, name, kind, programme, organiser, venue, utc_offset_minutes,
                bundle)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (id) DO UPDATE SET number = excluded.number, name = excluded.name, kind = excluded.kind,
                programme = excluded.programme, organiser = excluded.organiser, venue = excluded.venue,
                utc_offset_minutes = excluded.utc_offset_minutes, bundle = excluded.bundle
            WHERE coalesce((SELECT rank FROM province.bundle WHERE id = event.bundle) < $10, true)
            """,
            event.id, event.number, definition.name, definition.kind.rawValue, definition.programme,
            definition.organiser?.name, definition.venue, definition.utcOffsetMinutes, id,
            bundle.rank)
        for session in event.sessions { try store(session, bundle: id) }
    }

    private func store(_ session: SessionRecord, bundle id: Int64) throws {
        guard let definition = session.definition else { throw BundleRefusal.badEvent }
        let year = definition.startsAt.date(offsetMinutes: bundle.event.definition.utcOffsetMinutes).year
        try connection.run("SELECT province.make_year($1)", year)
        try nameWhomItChanges(session.id, definition)
        // The year stays what it was first: the scans of the session are in its partition.
        try connection.run(
            """
            INSERT INTO province.session (id, event, year, title, starts_at, ends_at, late_after_minutes,
                early_leave_minutes, bundle)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, starts_at = excluded.starts_at,
                ends_at = excluded.ends_at, late_after_minutes = excluded.late_after_minutes,
                early_leave_minutes = excluded.early_leave_minutes, bundle = excluded.bundle
            WHERE province.session.event = excluded.event
                AND coalesce((SELECT rank FROM province.bundle WHERE id = session.bundle) < $10, true)
            """,
            session.id, bundle.event.id, year, definition.title, definition.startsAt, definition.endsAt,
            definition.lateAfterMinutes, definition.earlyLeaveMinutes, id, bundle.rank)
    }

    /// Everybody with a result in a session whose times will be others is a place.
    private func nameWhomItChanges(_ session: ID<Session>, _ definition: SessionDefinition) throws {
        try connection.run(
            """
            INSERT INTO place SELECT attendance.session, attendance.enrolment, 'session'
            FROM province.session JOIN province.attendance
                ON attendance.session = session.id AND attendance.year = session.year
            LEFT JOIN province.bundle ON bundle.id = session.bundle
            WHERE session.id = $1 AND session.event = $2 AND coalesce(bundle.rank < $3, true)
                AND (starts_at, ends_at, late_after_minutes, early_leave_minutes) IS DISTINCT FROM
                    ($4::timestamptz, $5::timestamptz, $6::integer, $7::integer)
            """, session, bundle.event.id, bundle.rank, definition.startsAt, definition.endsAt,
            definition.lateAfterMinutes, definition.earlyLeaveMinutes)
    }
}
