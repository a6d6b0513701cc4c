internal import Attendance

extension Derivation {
    /// Lets one enrolment stand for each person of the event: two boxes may have registered the same one, each without
    /// knowing of the other. Whose attendance it may change becomes a place.
    ///
    /// Asked again with every bundle, since a list can tell who somebody is only later, and with every decision.
    func joinSamePeople(of events: Set<ID<Event>>) throws {
        try connection.run(
            """
            WITH twin AS (
                SELECT enrolment.id, enrolment.event, enrolment.same_as AS before,
                    (min(enrolment.id::text) OVER (
                        PARTITION BY enrolment.event, coalesce(person.same_as, person.id)))::uuid AS root
                FROM province.enrolment JOIN province.person ON person.id = enrolment.person
                WHERE enrolment.event = ANY ($1::uuid[])
            ), changed AS (
                UPDATE province.enrolment SET same_as = nullif(twin.root, twin.id) FROM twin
                WHERE enrolment.id = twin.id AND enrolment.same_as IS DISTINCT FROM nullif(twin.root, twin.id)
                RETURNING twin.id, twin.event, twin.root, twin.before
            )
            INSERT INTO place
            SELECT DISTINCT entry.session, concerned.enrolment, 'same_person'
            FROM changed CROSS JOIN LATERAL (VALUES (changed.root), (changed.before)) AS concerned (enrolment)
            JOIN province.session ON session.event = changed.event
            JOIN province.entry ON entry.session = session.id AND entry.enrolment = changed.id
            WHERE concerned.enrolment IS NOT NULL
            """, sqlArray(events.map(\.description)))
    }

    /// Moves what is known of an enrolment to the one that stands for it, as far as it concerns places.
    func nameWhoStands() throws {
        try connection.run(
            """
            UPDATE place SET enrolment = enrolment.same_as FROM province.enrolment
            WHERE enrolment.id = place.enrolment AND enrolment.same_as IS NOT NULL
            """)
    }

    /// Takes away the results of enrolments that another one stands for, and of places of which nothing is told any more;
    /// what they were goes into the history.
    func removeReplaced(of events: Set<ID<Event>>) throws {
        try connection.run(
            """
            WITH gone AS (
                DELETE FROM province.attendance USING (
                    SELECT session.year, session.id AS session, enrolment.id AS enrolment
                    FROM province.enrolment JOIN province.session ON session.event = enrolment.event
                    WHERE enrolment.event = ANY ($1::uuid[]) AND enrolment.same_as IS NOT NULL
                    UNION
                    SELECT session.year, session.id, place.enrolment
                    FROM place JOIN province.session ON session.id = place.session
                    WHERE NOT EXISTS (SELECT 1 FROM new_attendance AS new
                        WHERE new.session = place.session AND new.enrolment = place.enrolment)
                ) AS untold
                WHERE (attendance.year, attendance.session, attendance.enrolment) =
                    (untold.year, untold.session, untold.enrolment)
                RETURNING attendance.session, attendance.enrolment, attendance.status, attendance.first_entry_at,
                    attendance.last_exit_at, attendance.minutes_present, attendance.left_early
            )
            INSERT INTO province.attendance_history (session, enrolment, bundle, changed_at, why, status,
                first_entry_at, last_exit_at, minutes_present, left_early)
            SELECT session, enrolment, $2, $3, 'same_person', status, first_entry_at, last_exit_at, minutes_present,
                left_early
            FROM gone
            """, sqlArray(events.map(\.description)), bundle, now)
    }
}
