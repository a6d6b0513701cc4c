/// The versions of the schema. Each is a string of SQL that never changes once it has been shipped.
enum Migrations {
    private static let all: [(name: String, sql: String)] = [
        ("1 boxes", boxes), ("1 events", events), ("1 people", people), ("1 ledger", ledger),
        ("1 attendance", attendance), ("1 views", views),
        ("2 refusals", refusals), ("2 one key", oneKey),
        ("2 same people", samePeople), ("2 consents", consents), ("2 boots", boots),
        ("3 words of boxes", words), ("3 decisions", decisions),
        ("3 copies", copies), ("3 columns", columns),
    ]

    /// Lets the province's own tools read a view that came after the others; who may not make the role has none.
    static func grant(_ view: String) -> String {
        """
        DO $$
        BEGIN
            IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'diemdanh_report') THEN
                GRANT SELECT ON report.\(view) TO diemdanh_report;
            END IF;
        END $$;
        """
    }

    /// Brings a database to the newest version; one process at a time, and all of it or nothing.
    static func run(on connection: DatabaseConnection) throws {
        try connection.transaction {
            try connection.script(
                """
                SELECT pg_advisory_xact_lock(\(lock));
                CREATE SCHEMA IF NOT EXISTS province;
                CREATE TABLE IF NOT EXISTS province.migration (
                    name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
                """)
            let applied = Set(try connection.all("SELECT name FROM province.migration") { try $0[0] as String })
            for migration in all where !applied.contains(migration.name) {
                try connection.script(migration.sql)
                try connection.run("INSERT INTO province.migration (name) VALUES ($1)", migration.name)
            }
        }
    }

    /// The advisory lock of everybody who changes the schema: `ddm1` as a number.
    static let lock = 0x6464_6d31
}
