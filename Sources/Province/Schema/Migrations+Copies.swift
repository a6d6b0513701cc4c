extension Migrations {
    /// One attempt at two boxes: which of the entries is counted does not depend on which one came here first.
    static let copies = """
        CREATE INDEX entry_copy ON province.entry (nonce) WHERE kind = 'redeem' AND is_copy;
        CREATE TEMPORARY TABLE counted_entry ON COMMIT DROP AS
            SELECT DISTINCT ON (year, nonce) year, nonce, id FROM province.entry
            WHERE kind = 'redeem' AND (year, nonce) IN
                (SELECT year, nonce FROM province.entry WHERE kind = 'redeem' AND is_copy)
            ORDER BY year, nonce, outcome <> 'accepted', id;
        UPDATE province.entry SET is_copy = true FROM counted_entry AS counted
            WHERE entry.year = counted.year AND entry.nonce = counted.nonce AND entry.kind = 'redeem' AND NOT is_copy
                AND entry.id <> counted.id;
        UPDATE province.entry SET is_copy = false FROM counted_entry AS counted
            WHERE entry.year = counted.year AND entry.id = counted.id AND is_copy;
        COMMENT ON TABLE province.entry IS
            'The append-only ledgers of all boxes, one partition a year. Nothing here is ever changed but `at` and `is_copy`.';
        COMMENT ON COLUMN province.entry.is_copy IS
            'The same attempt was taken by two boxes, and the other entry is counted: an accepted one goes before a refused '
            'one, then the lower id.';

        CREATE OR REPLACE VIEW report.scan AS
        SELECT entry.year, entry.ledger AS box, entry.seq, entry.id, entry.session,
            coalesce(enrolment.same_as, entry.enrolment) AS enrolment, entry.outcome, entry.direction, entry.at, entry.gate,
            entry.method,
            EXISTS (SELECT 1 FROM province.entry AS annul WHERE annul.kind = 'annul' AND annul.year = entry.year
                AND annul.session = entry.session AND annul.enrolment = entry.enrolment
                AND (annul.about = entry.id OR annul.about IN (SELECT copy.id FROM province.entry AS copy
                    WHERE copy.kind = 'redeem' AND copy.is_copy AND copy.year = entry.year
                        AND copy.nonce = entry.nonce))) AS is_annulled
        FROM province.entry LEFT JOIN province.enrolment ON enrolment.id = entry.enrolment
        WHERE entry.kind = 'redeem' AND NOT entry.is_copy;
        """
}
