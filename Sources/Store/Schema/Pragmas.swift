internal import GRDB

/// The settings of every connection, and the check that they hold.
enum Pragmas {
    /// Set on every connection as it opens.
    static let everywhere = """
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA mmap_size = 0;
        PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = ON;
        PRAGMA journal_size_limit = 33554432;
        """

    /// What the writer must have, as SQLite itself answers.
    static let ofWriter: [(name: String, value: String)] = [
        ("journal_mode", "wal"),
        // FULL: a commit is on the disk when COMMIT returns.
        ("synchronous", "2"),
        // The writer checkpoints when it chooses to, never in the middle of a commit.
        ("wal_autocheckpoint", "0"),
        ("foreign_keys", "1"),
        ("secure_delete", "1"),
        ("recursive_triggers", "1"),
        ("trusted_schema", "0"),
        ("cell_size_check", "1"),
        ("temp_store", "2"),
        ("cache_size", "-16000"),
    ]

    /// Sets them on the writer of an open pool and reads them back.
    ///
    /// GRDB sets `synchronous` to NORMAL when a pool opens, after everything a configuration can say: a commit would
    /// then be acknowledged before it is on the disk.
    /// - Throws: `StoreError.failed` if SQLite answers anything else.
    static func setUp(_ writer: Database) throws {
        for pragma in ofWriter {
            try writer.execute(sql: "PRAGMA \(pragma.name) = \(pragma.value)")
            let answer = try Row.fetchOne(writer, sql: "PRAGMA \(pragma.name)")?[0] as DatabaseValue?
            guard answer.map(text) == pragma.value else {
                throw StoreError.failed(code: 1, message: "PRAGMA \(pragma.name) is \(answer.map(text) ?? "missing")")
            }
        }
    }

    private static func text(_ value: DatabaseValue) -> String {
        String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value).map(String.init) ?? ""
    }
}
