extension Migrations {
    /// The consents again, the columns of the key first.
    ///
    /// The `quick_check` of SQLite 3.40 mixes up the columns of a table without rowid whose key is not at its front, and
    /// calls a sound database damaged.
    static let consent = """
        CREATE TABLE consent_in_order (
            enrolment BLOB NOT NULL REFERENCES enrolment,
            purpose TEXT NOT NULL,
            at INTEGER NOT NULL,
            text_version TEXT NOT NULL,
            method TEXT NOT NULL,
            PRIMARY KEY (enrolment, purpose, at)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO consent_in_order (enrolment, purpose, at, text_version, method)
            SELECT enrolment, purpose, at, text_version, method FROM consent;
        DROP TABLE consent;
        ALTER TABLE consent_in_order RENAME TO consent;
        """
}
