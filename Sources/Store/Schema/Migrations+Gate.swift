internal import Attendance
internal import GRDB

extension Migrations {
    /// What the rules at the gate look up.
    static let gate = """
        -- People who came before their session was opened.
        CREATE INDEX ledger_early ON ledger (session, seq) WHERE outcome = 'session_not_open';
        -- Where else a person is enrolled.
        CREATE INDEX enrolment_participant ON enrolment (participant);
        -- Delegates of one household or business stand together.
        ALTER TABLE enrolment ADD COLUMN folded_organisation TEXT;
        CREATE INDEX enrolment_organisation ON enrolment (event, folded_organisation)
            WHERE folded_organisation IS NOT NULL;
        -- The way people go through a device's door, where nobody says it with the scan.
        ALTER TABLE station ADD COLUMN direction TEXT CHECK (direction = 'entry' OR direction = 'exit');
        """

    /// Printed roll-call sheets: which person stands on which row. Never changed: what comes back is what was printed.
    static let paper = """
        CREATE TABLE paper_sheet (
            serial INTEGER PRIMARY KEY CHECK (serial BETWEEN 0 AND 99999999),
            -- Sheets printed together, in the order of their numbers.
            printing BLOB NOT NULL CHECK (length(printing) = 16),
            number INTEGER NOT NULL CHECK (number >= 1),
            session BLOB NOT NULL REFERENCES session,
            printed_at INTEGER NOT NULL,
            UNIQUE (printing, number)
        ) STRICT;
        CREATE INDEX paper_sheet_session ON paper_sheet (session, printing);

        CREATE TABLE paper_row (
            sheet INTEGER NOT NULL REFERENCES paper_sheet,
            row INTEGER NOT NULL CHECK (row BETWEEN 1 AND 99),
            enrolment BLOB NOT NULL REFERENCES enrolment,
            PRIMARY KEY (sheet, row)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER paper_sheet_no_update BEFORE UPDATE ON paper_sheet
        BEGIN SELECT RAISE(ABORT, 'a printed sheet does not change'); END;
        CREATE TRIGGER paper_row_no_update BEFORE UPDATE ON paper_row
        BEGIN SELECT RAISE(ABORT, 'a printed sheet does not change'); END;
        """

    /// Folds the organisations of a folder that was made before there was such a column.
    static func foldOrganisations(_ database: Database) throws {
        let connection = Connection(database: database)
        let known = try connection.all("SELECT id, organisation FROM enrolment WHERE organisation IS NOT NULL") {
            (id: try $0[0] as ID<Enrolment>, organisation: try $0[1] as String)
        }
        for enrolment in known {
            try connection.run(
                "UPDATE enrolment SET folded_organisation = ? WHERE id = ?",
                VietnameseText.folded(enrolment.organisation), enrolment.id)
        }
    }
}
