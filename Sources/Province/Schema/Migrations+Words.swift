extension Migrations {
    /// What several boxes say of one event, so that the order in which they deliver changes nothing.
    static let words = """
        ALTER TABLE province.bundle ADD COLUMN rank text COLLATE "C";
        UPDATE province.bundle SET rank = '1' || lpad(bundle.last_seq::text, 19, '0') || box.box || ' ' || bundle.manifest
            FROM province.box WHERE box.id = bundle.box;
        CREATE INDEX ON province.bundle (event);
        COMMENT ON COLUMN province.bundle.rank IS
            'What it says goes before what bundles of lower rank say: 1 from a box that made the event, 0 from one that '
            'was given it; then its last seq in 19 digits; then the ids of the box and of the bundle.';

        ALTER TABLE province.event ADD COLUMN bundle bigint REFERENCES province.bundle;
        ALTER TABLE province.session ADD COLUMN bundle bigint REFERENCES province.bundle;
        ALTER TABLE province.enrolment ADD COLUMN bundle bigint;
        UPDATE province.event SET bundle =
            (SELECT bundle.id FROM province.bundle WHERE bundle.event = event.id ORDER BY bundle.id DESC LIMIT 1);
        UPDATE province.session SET bundle = event.bundle FROM province.event WHERE event.id = session.event;
        UPDATE province.enrolment SET bundle = event.bundle FROM province.event WHERE event.id = enrolment.event;
        COMMENT ON COLUMN province.event.bundle IS 'The bundle whose word stands: of all that came, the one of highest rank.';
        COMMENT ON COLUMN province.session.bundle IS 'The bundle whose word stands.';
        COMMENT ON COLUMN province.enrolment.bundle IS
            'The bundle whose word stands; where it says nothing, that of the next box in province.told_person does.';
        COMMENT ON COLUMN province.enrolment.standing IS
            'What the last entry about it in all ledgers says, in their common order; without one, what the list says.';
        COMMENT ON COLUMN province.attendance_history.why IS
            'What changed it: entries of the kinds annul, mark, redeem, clock_anchor; same_person; session, other times.';

        CREATE TABLE province.told_person (
            enrolment uuid NOT NULL,
            box integer NOT NULL REFERENCES province.box,
            bundle bigint NOT NULL,
            participant uuid NOT NULL,
            name text NOT NULL,
            birth text,
            sex text,
            ethnicity text,
            commune text,
            unit_code text,
            unit_snapshot text,
            position text,
            organisation text,
            is_walk_in boolean NOT NULL,
            standing text NOT NULL,
            number_hash bytea,
            PRIMARY KEY (enrolment, box)
        );
        COMMENT ON TABLE province.told_person IS
            'What each box last said of somebody of an event that several boxes tell of; province.enrolment follows from it.';
        COMMENT ON COLUMN province.told_person.bundle IS 'The bundle of that box with the highest last seq so far.';
        CREATE INDEX entry_standing ON province.entry_0 (enrolment) WHERE kind = 'standing';
        CREATE INDEX entry_standing_boot ON province.entry_0 (boot) WHERE kind = 'standing';
        """
}
