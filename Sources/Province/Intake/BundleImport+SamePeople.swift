internal import Exchange

extension BundleImport {
    /// Lets one enrolment stand for each person of the event: two boxes may have registered the same one, each without
    /// knowing of the other. Whose attendance it may change becomes a place.
    ///
    /// Asked again with every bundle, since a list can tell who somebody is only later.
    func joinSamePeople() throws {
        try connection.run(
            """
            WITH twin AS (
                SELECT enrolment.id, enrolment.same_as AS before,
                    (min(enrolment.id::text) OVER (PARTITION BY coalesce(person.same_as, person.id)))::uuid AS root
                FROM province.enrolment JOIN province.person ON person.id = enrolment.person
                WHERE enrolment.event = $1
            ), changed AS (
                UPDATE province.enrolment SET same_as = nullif(twin.root, twin.id) FROM twin
                WHERE enrolment.id = twin.id AND enrolment.same_as IS DISTINCT FROM nullif(twin.root, twin.id)
                RETURNING twin.id, twin.root, twin.before
            )
            INSERT INTO place
            SELECT DISTINCT entry.session, concerned.enrolment, 'same_person'
            FROM changed CROSS JOIN LATERAL (VALUES (changed.root), (changed.before)) AS concerned (enrolment)
            JOIN province.session ON session.event = $1
            JOIN province.entry ON entry.session = session.id AND entry.enrolment = changed.id
            WHERE concerned.enrolment IS NOT NULL
            """, bundle.event.id)
    }

    /// Moves what is known of an enrolment to the one that stands for it, as far as it concerns places.
    func nameWhoStands() throws {
        try connection.run(
            """
            UPDATE place SET enrolment = enrolment.same_as FROM province.enrolment
            WHERE enrolment.id = place.enrolment AND enrolment.same_as IS NOT NULL
            """)
    }

    /// Takes away the results of enrolments that another one stands for; what they were goes into the history.
    func removeReplaced(bundle id: Int64) throws {
        try connection.run(
            """
            WITH gone AS (
                DELETE FROM province.attendance USING province.enrolment, province.session
                WHERE attendance.enrolment = enrolment.id AND enrolment.event = $1 AND enrolment.same_as IS NOT NULL
                    AND session.event = $1 AND attendance.session = session.id AND attendance.year = session.year
                RETURNING attendance.session, attendance.enrolment, attendance.status, attendance.first_entry_at,
                    attendance.last_exit_at, attendance.minutes_present, attendance.left_early
            )
            INSERT INTO province.attendance_history (session, enrolment, bundle, changed_at, why, status,
                first_entry_at, last_exit_at, minutes_present, left_early)
            SELECT session, enrolment, $2, $3, 'same_person', status, first_entry_at, last_exit_at, minutes_present,
                left_early
            FROM gone
            """, bundle.event.id, id, now)
    }
}
