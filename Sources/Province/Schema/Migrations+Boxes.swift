extension Migrations {
    /// Who sends, and what was sent.
    static let boxes = """
        COMMENT ON SCHEMA province IS
            'Điểm Danh: what the boxes delivered. Written by diemdanh-province alone; read it through schema report.';
        COMMENT ON TABLE province.migration IS 'Versions of this schema.';

        CREATE FUNCTION province.ms(at timestamptz) RETURNS bigint
            LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
            $$ SELECT round(extract(epoch FROM at) * 1000)::bigint $$;
        COMMENT ON FUNCTION province.ms IS 'Milliseconds since 1970.';

        CREATE TABLE province.box (
            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            key bytea NOT NULL UNIQUE CHECK (length(key) = 32),
            box text NOT NULL,
            name text NOT NULL,
            seen_at timestamptz NOT NULL DEFAULT now()
        );
        COMMENT ON TABLE province.box IS
            'Boxes from which something was taken. Who may deliver is decided by the registry in the data folder.';
        COMMENT ON COLUMN province.box.key IS 'Ed25519 public key; a restored box has a new one.';
        COMMENT ON COLUMN province.box.box IS 'The id that the box calls itself by.';
        COMMENT ON COLUMN province.box.name IS 'The name it was registered under when it was last seen.';

        CREATE TABLE province.bundle (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            manifest uuid NOT NULL,
            name text NOT NULL,
            box integer NOT NULL REFERENCES province.box,
            event uuid NOT NULL,
            first_seq bigint NOT NULL,
            last_seq bigint NOT NULL CHECK (last_seq >= first_seq - 1),
            previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
            last_hash bytea NOT NULL CHECK (length(last_hash) = 32),
            accepted integer NOT NULL DEFAULT 0 CHECK (accepted >= 0),
            duplicate integer NOT NULL DEFAULT 0 CHECK (duplicate >= 0),
            refused integer NOT NULL DEFAULT 0 CHECK (refused >= 0),
            finding text,
            receipt bytea,
            received_at timestamptz NOT NULL DEFAULT now(),
            UNIQUE (box, manifest)
        );
        CREATE INDEX ON province.bundle (box, last_seq);
        COMMENT ON TABLE province.bundle IS 'Bundles that were taken, each with the receipt that was given for it.';
        COMMENT ON COLUMN province.bundle.manifest IS
            'The bundle''s own id, the same for the same box, event and range: it is known by whatever road it comes.';
        COMMENT ON COLUMN province.bundle.previous_hash IS 'Hash of the box''s chain before first_seq.';
        COMMENT ON COLUMN province.bundle.last_hash IS 'Hash of the box''s chain at last_seq.';
        COMMENT ON COLUMN province.bundle.finding IS 'What an officer should know, such as a forked ledger.';
        COMMENT ON COLUMN province.bundle.receipt IS 'The .ddr file, signed: who sends again gets the same bytes.';
        """
}
