internal import GRDB

/// The versions of the schema. Each is a string of SQL that never changes once it has been shipped.
enum Migrations {
    /// Brings a database to the newest version.
    static func run(on writer: some DatabaseWriter) throws {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 people") { try $0.execute(sql: people) }
        migrator.registerMigration("1 ledger") { try $0.execute(sql: ledger) }
        migrator.registerMigration("1 attendance") { try $0.execute(sql: attendance) }
        migrator.registerMigration("1 staff") { try $0.execute(sql: staff) }
        try migrator.migrate(writer)
    }
}
