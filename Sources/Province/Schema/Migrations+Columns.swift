extension Migrations {
    /// What the columns of the views mean: one text for a name, unless a view uses it otherwise.
    static let columns = """
        DO $$
        DECLARE
            found record;
        BEGIN
            FOR found IN
                SELECT relname, attname, coalesce(own.told, common.told) AS told
                FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace AND nspname = 'report'
                JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0
                LEFT JOIN (VALUES
                    ('session', 'id', 'The session (buổi).'),
                    ('enrolment', 'id', 'The enrolment (đăng ký); where two boxes registered one person, the one that stands.'),
                    ('scan', 'id', 'The entry of the ledger.'),
                    ('refusal', 'id', 'The entry; none where it cannot be read, and of people none.'),
                    ('session', 'kind', 'class, conference, fair, …'),
                    ('session', 'title', 'What the session is called.'),
                    ('session', 'event_name', 'What the event is called.'),
                    ('scan', 'box', 'The id of the box that made the entry.'),
                    ('bundle', 'box', 'The id that the box calls itself by.'),
                    ('bundle', 'name', 'The file''s name without its ending: box, event, last seq.'),
                    ('scan', 'method', 'What was presented: code, card, name, …'),
                    ('scan', 'at', 'When it happened, by the true time as far as it is known.'),
                    ('consent', 'method', 'How it was asked: desk, read_aloud, …'),
                    ('refusal', 'seq', 'Its place in the box''s ledger; none where it cannot be read.'),
                    ('refusal', 'bundle', 'The bundle''s name, as in report.bundle.')
                ) AS own (view, name, told) ON own.view = relname AND own.name = attname
                LEFT JOIN (VALUES
                    ('year', 'Local year of the session: the partition to read.'),
                    ('event', 'The event (lớp, hội nghị, ngày hội).'),
                    ('session', 'The session (buổi).'),
                    ('programme', 'The programme (chương trình); none where the event has none.'),
                    ('organiser', 'Who holds the event.'), ('venue', 'Where the event is held.'),
                    ('starts_at', 'Planned start.'), ('ends_at', 'Planned end.'),
                    ('local_start', 'Planned start by the clock of the event''s place.'),
                    ('person', 'The unique person (người): the same number in all events.'),
                    ('enrolment', 'The enrolment (đăng ký), as in report.enrolment.'),
                    ('sex', 'female or male; none where the list does not say.'),
                    ('ethnicity', 'As the list has it.'), ('kinh_dtts', 'Kinh, DTTS, foreign or unknown.'),
                    ('commune', 'As the list has it.'),
                    ('unit_code', 'The commune''s code as listed: it means something only together with its snapshot.'),
                    ('unit_snapshot', 'The time of the code: 2024, or 2025-07 for the units since 1 July 2025.'),
                    ('unit_now', 'The code of the commune in the units since 1 July 2025.'),
                    ('unit_now_name', 'The name of that commune.'),
                    ('is_unit_now_approximate', 'The old commune was divided, and this is where most of it went.'),
                    ('position', 'As the list has it.'), ('organisation', 'As the list has it.'),
                    ('is_walk_in', 'Registered at the door, not on the list.'),
                    ('status', 'present is on time; late people were present too; excused, absent.'),
                    ('first_entry_at', 'The first entry that counts.'), ('last_exit_at', 'The last exit that counts.'),
                    ('minutes_present', 'Whole minutes inside, up to the session''s end.'),
                    ('left_early', 'Gone before the session''s end by more than the session allows.'),
                    ('changed_at', 'When it was changed here.'),
                    ('why', 'What changed it: entries of the kinds annul, mark, redeem, clock_anchor; same_person; session.'),
                    ('seq', 'The entry''s place in the ledger of the box that made it.'),
                    ('outcome', 'accepted, or why it was refused.'), ('direction', 'entry or exit.'),
                    ('gate', 'The door, where an event has several.'),
                    ('is_annulled', 'Somebody took it back later, at whichever box.'),
                    ('box_name', 'The name the box was registered under when it was last seen.'),
                    ('first_seq', 'The first entry of the box''s ledger that the bundle covers.'),
                    ('last_seq', 'The last one.'), ('accepted', 'Scans that were new.'),
                    ('duplicate', 'Scans that were here before.'), ('refused', 'Scans that were not taken.'),
                    ('finding', 'What an officer should know, such as a forked ledger.'),
                    ('received_at', 'When the bundle was taken.'),
                    ('part', 'The part of the bundle: ledger or people.'), ('line', 'The line in that part, counted from 1.'),
                    ('reason', 'Why it was not taken, as the receipt says.'),
                    ('purpose', 'What the data are used for: attendance.'),
                    ('text_version', 'Which wording was shown or read aloud.'), ('given_at', 'When it was given.')
                ) AS common (name, told) ON common.name = attname
            LOOP
                EXECUTE format('COMMENT ON COLUMN report.%I.%I IS %L', found.relname, found.attname, found.told);
            END LOOP;
        END $$;
        """
}
