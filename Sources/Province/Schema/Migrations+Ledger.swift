extension Migrations {
    /// The ledgers of all boxes, as they were delivered.
    static let ledger = """
        CREATE TABLE province.entry (
            year smallint NOT NULL,
            id uuid NOT NULL,
            kind text NOT NULL,
            session uuid,
            enrolment uuid,
            about uuid,
            nonce bytea,
            outcome text,
            direction text CHECK (direction IN ('entry', 'exit')),
            status text,
            boot uuid,
            boot_ms bigint NOT NULL,
            wall_ms bigint NOT NULL,
            occurred_ms bigint,
            sent_ms bigint,
            true_ms bigint,
            uncertainty_ms bigint,
            number bigint,
            gate text,
            method text,
            detail text,
            ledger text NOT NULL,
            seq bigint NOT NULL CHECK (seq > 0),
            hash bytea NOT NULL CHECK (length(hash) = 32),
            at timestamptz NOT NULL,
            is_copy boolean NOT NULL,
            bundle bigint NOT NULL,
            PRIMARY KEY (year, id),
            CHECK ((year = 0) = (session IS NULL)),
            CHECK (kind <> 'redeem' OR (session IS NOT NULL AND nonce IS NOT NULL AND outcome IS NOT NULL
                AND direction IS NOT NULL)),
            CHECK (kind <> 'redeem' OR outcome <> 'accepted' OR enrolment IS NOT NULL),
            CHECK (kind <> 'annul' OR about IS NOT NULL),
            CHECK (kind <> 'clock_anchor' OR (boot IS NOT NULL AND number IS NOT NULL AND true_ms IS NOT NULL))
        ) PARTITION BY LIST (year);
        CREATE UNIQUE INDEX entry_nonce ON province.entry (year, nonce) WHERE kind = 'redeem' AND NOT is_copy;
        CREATE INDEX entry_place ON province.entry (session, enrolment)
            WHERE (kind = 'redeem' AND outcome = 'accepted') OR kind = 'mark' OR kind = 'annul';
        CREATE INDEX entry_boot ON province.entry (boot) WHERE kind = 'redeem' AND outcome = 'accepted';
        CREATE TABLE province.entry_0 PARTITION OF province.entry FOR VALUES IN (0);
        CREATE INDEX entry_anchor ON province.entry_0 (boot) WHERE kind = 'clock_anchor';
        COMMENT ON TABLE province.entry IS
            'The append-only ledgers of all boxes, one partition a year. Nothing here is ever changed but `at`.';
        COMMENT ON COLUMN province.entry.year IS 'Local year of the session; 0 for what belongs to no session.';
        COMMENT ON COLUMN province.entry.about IS 'The id of the entry that this one annuls or repeats.';
        COMMENT ON COLUMN province.entry.boot IS 'The kernel''s id of the boot in which it was made.';
        COMMENT ON COLUMN province.entry.ledger IS 'The id of the box that made it.';
        COMMENT ON COLUMN province.entry.seq IS 'Its place in the ledger of the box that made it.';
        COMMENT ON COLUMN province.entry.hash IS 'Hash of the delivering box''s chain at this entry.';
        COMMENT ON COLUMN province.entry.at IS
            'The time that counts, from the raw times and the clock anchors known so far; set again when one arrives.';
        COMMENT ON COLUMN province.entry.is_copy IS
            'The same attempt was taken by two boxes: this one came here second.';

        CREATE TABLE province.refusal (
            bundle bigint NOT NULL REFERENCES province.bundle,
            seq bigint NOT NULL,
            id uuid,
            reason text NOT NULL,
            PRIMARY KEY (bundle, seq)
        );
        COMMENT ON TABLE province.refusal IS 'Entries that were not taken, with the reason that the receipt gives.';

        CREATE FUNCTION province.make_year(wanted integer) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            IF to_regclass(format('province.attendance_%s', wanted)) IS NOT NULL THEN RETURN; END IF;
            PERFORM pg_advisory_xact_lock(\(lock));
            IF to_regclass(format('province.attendance_%s', wanted)) IS NOT NULL THEN RETURN; END IF;
            EXECUTE format('CREATE TABLE province.entry_%s PARTITION OF province.entry FOR VALUES IN (%s)',
                wanted, wanted);
            EXECUTE format('CREATE TABLE province.attendance_%s PARTITION OF province.attendance FOR VALUES IN (%s)',
                wanted, wanted);
        END $$;
        COMMENT ON FUNCTION province.make_year IS 'Makes the partitions of a year if they are missing.';
        """
}
