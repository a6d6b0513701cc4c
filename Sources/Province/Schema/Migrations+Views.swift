extension Migrations {
    /// What the province's own tools read: schema `report`, for the role `diemdanh_report`.
    static let views = """
        CREATE SCHEMA report;
        COMMENT ON SCHEMA report IS 'Điểm Danh: views to read, for the province''s own tools. Stable from version to version.';

        CREATE VIEW report.session AS
        SELECT session.id, event.id AS event, event.programme, event.name AS event_name, event.kind, event.organiser,
            event.venue, session.title, session.starts_at, session.ends_at,
            (session.starts_at + event.utc_offset_minutes * interval '1 minute') AT TIME ZONE 'UTC' AS local_start
        FROM province.session JOIN province.event ON event.id = session.event;
        COMMENT ON VIEW report.session IS 'Sessions (buổi) with the event and programme they belong to.';

        CREATE VIEW report.enrolment AS
        SELECT enrolment.id, enrolment.event, coalesce(person.same_as, person.id) AS person, enrolment.sex,
            enrolment.ethnicity, enrolment.kinh_dtts, enrolment.commune, enrolment.unit_code, enrolment.unit_snapshot,
            enrolment.unit_now, enrolment.unit_now_name, enrolment.is_unit_now_approximate, enrolment.position,
            enrolment.organisation, enrolment.is_walk_in
        FROM province.enrolment JOIN province.person ON person.id = enrolment.person;
        COMMENT ON VIEW report.enrolment IS
            'Who was registered for which event, without names; person is the same number in all events.';

        CREATE VIEW report.attendance AS
        SELECT attendance.year, session.programme, session.event, attendance.session, session.local_start,
            enrolment.person, attendance.enrolment, enrolment.sex, enrolment.ethnicity, enrolment.kinh_dtts,
            enrolment.commune, enrolment.unit_code, enrolment.unit_snapshot, enrolment.unit_now,
            enrolment.unit_now_name, enrolment.is_unit_now_approximate, enrolment.is_walk_in, attendance.status,
            attendance.first_entry_at, attendance.last_exit_at, attendance.minutes_present, attendance.left_early
        FROM province.attendance
        JOIN report.session ON session.id = attendance.session
        JOIN report.enrolment ON enrolment.id = attendance.enrolment;
        COMMENT ON VIEW report.attendance IS
            'One row per person and session with something to tell; lượt = rows with status present or late, '
            'người = their distinct person. Ask for a year to read one partition.';

        CREATE VIEW report.attendance_history AS
        SELECT session, enrolment, changed_at, why, status, first_entry_at, last_exit_at, minutes_present, left_early
        FROM province.attendance_history;
        COMMENT ON VIEW report.attendance_history IS 'What results were before they were corrected, when and why.';

        CREATE VIEW report.scan AS
        SELECT entry.year, entry.ledger AS box, entry.seq, entry.id, entry.session, entry.enrolment, entry.outcome,
            entry.direction, entry.at, entry.gate, entry.method,
            EXISTS (SELECT 1 FROM province.entry AS annul WHERE annul.kind = 'annul' AND annul.year = entry.year
                AND annul.about = entry.id AND annul.session = entry.session
                AND annul.enrolment = entry.enrolment) AS is_annulled
        FROM province.entry
        WHERE entry.kind = 'redeem' AND NOT entry.is_copy;
        COMMENT ON VIEW report.scan IS 'Every attempt at a door (lượt quét), refused ones too, each once.';

        CREATE VIEW report.bundle AS
        SELECT bundle.name, box.box, box.name AS box_name, bundle.first_seq, bundle.last_seq, bundle.accepted,
            bundle.duplicate, bundle.refused, bundle.finding, bundle.received_at
        FROM province.bundle JOIN province.box ON box.id = bundle.box;
        COMMENT ON VIEW report.bundle IS 'What arrived, from whom, and what became of it.';

        DO $$
        BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'diemdanh_report') THEN
                CREATE ROLE diemdanh_report NOLOGIN;
            END IF;
        EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN
            RAISE NOTICE 'role diemdanh_report: %', SQLERRM;
        END $$;
        DO $$
        BEGIN
            IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'diemdanh_report') THEN
                GRANT USAGE ON SCHEMA report TO diemdanh_report;
                GRANT SELECT ON ALL TABLES IN SCHEMA report TO diemdanh_report;
            END IF;
        END $$;
        """
}
