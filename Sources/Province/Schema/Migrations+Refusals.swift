extension Migrations {
    /// Lines that cannot be read have no seq: a refusal is known by the line that it is of.
    static let refusals = """
        ALTER TABLE province.refusal DROP CONSTRAINT refusal_pkey;
        ALTER TABLE province.refusal ALTER COLUMN seq DROP NOT NULL,
            ADD COLUMN part text NOT NULL DEFAULT 'ledger' CHECK (part IN ('ledger', 'people')),
            ADD COLUMN line integer;
        UPDATE province.refusal SET line = refusal.seq - bundle.first_seq + 1
            FROM province.bundle WHERE bundle.id = refusal.bundle;
        ALTER TABLE province.refusal ALTER COLUMN part DROP DEFAULT, ADD PRIMARY KEY (bundle, part, line);
        COMMENT ON TABLE province.refusal IS 'Lines that were not taken, with the reason that the receipt gives.';
        COMMENT ON COLUMN province.refusal.part IS 'The part of the bundle: ledger.jsonl or people.jsonl.';
        COMMENT ON COLUMN province.refusal.line IS 'The line in that part, counted from 1.';
        COMMENT ON COLUMN province.refusal.seq IS 'Its place in the box''s ledger; none where it cannot be read.';
        COMMENT ON COLUMN province.refusal.id IS 'The entry; none where it cannot be read, and of people none.';

        CREATE VIEW report.refusal AS
        SELECT bundle.name AS bundle, box.name AS box_name, refusal.part, refusal.line, refusal.seq, refusal.id,
            refusal.reason, bundle.received_at
        FROM province.refusal JOIN province.bundle ON bundle.id = refusal.bundle
        JOIN province.box ON box.id = bundle.box;
        COMMENT ON VIEW report.refusal IS 'Lines of bundles that were not taken, and why; the other lines were.';
        \(grant("refusal"))
        """
}
