extension Migrations {
    /// People across events, and what was decided about those who look alike.
    static let people = """
        CREATE TABLE province.person (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            identity bytea NOT NULL UNIQUE CHECK (length(identity) = 32),
            same_as bigint REFERENCES province.person,
            CHECK (same_as <> id)
        );
        CREATE INDEX ON province.person (same_as) WHERE same_as IS NOT NULL;
        COMMENT ON TABLE province.person IS 'Unique people (người), however many events they came to.';
        COMMENT ON COLUMN province.person.identity IS
            'Keyed hash of the citizen number; where no list has it, of folded name, birth date or year, and commune.';
        COMMENT ON COLUMN province.person.same_as IS 'An officer decided that this is the same person as that one.';

        CREATE TABLE province.enrolment (
            id uuid PRIMARY KEY,
            event uuid NOT NULL REFERENCES province.event,
            participant uuid NOT NULL,
            person bigint NOT NULL REFERENCES province.person,
            name text NOT NULL CHECK (name <> ''),
            folded_name text NOT NULL,
            birth text,
            sex text CHECK (sex IN ('female', 'male')),
            ethnicity text,
            kinh_dtts text NOT NULL CHECK (kinh_dtts IN ('Kinh', 'DTTS', 'foreign', 'unknown')),
            commune text,
            unit_code text,
            unit_snapshot text,
            unit_now text,
            unit_now_name text,
            is_unit_now_approximate boolean NOT NULL DEFAULT false,
            position text,
            organisation text,
            is_walk_in boolean NOT NULL,
            standing text NOT NULL,
            number_hash bytea CHECK (length(number_hash) = 32),
            block bytea NOT NULL CHECK (length(block) = 32),
            CHECK ((unit_code IS NULL) = (unit_snapshot IS NULL))
        );
        CREATE INDEX ON province.enrolment (event);
        CREATE INDEX ON province.enrolment (person);
        CREATE INDEX ON province.enrolment (block);
        CREATE INDEX ON province.enrolment (folded_name);
        COMMENT ON TABLE province.enrolment IS 'Participants of events (đăng ký).';
        COMMENT ON COLUMN province.enrolment.birth IS 'As far as it is known: 1990-03-08, 1990-03 or 1990.';
        COMMENT ON COLUMN province.enrolment.unit_code IS
            'Commune as the list had it: a code means something only together with its snapshot.';
        COMMENT ON COLUMN province.enrolment.unit_now IS 'The commune restated to the units since 1 July 2025.';
        COMMENT ON COLUMN province.enrolment.is_unit_now_approximate IS
            'The old commune was divided, and this is where most of it went.';
        COMMENT ON COLUMN province.enrolment.number_hash IS
            'Keyed hash of the citizen number, under the province''s own key. The number itself is never stored.';
        COMMENT ON COLUMN province.enrolment.block IS
            'Keyed hash of folded name, birth year and commune: only people who share it can be one without a number.';

        CREATE TABLE province.decision (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            first bigint NOT NULL REFERENCES province.person,
            second bigint NOT NULL REFERENCES province.person,
            decision text NOT NULL CHECK (decision IN ('merge', 'keep_apart')),
            decided_by text NOT NULL,
            decided_at timestamptz NOT NULL DEFAULT now(),
            CHECK (first < second)
        );
        CREATE INDEX ON province.decision (first, second);
        COMMENT ON TABLE province.decision IS
            'What officers decided about two people who look alike; the last decision about a pair stands.';
        """
}
