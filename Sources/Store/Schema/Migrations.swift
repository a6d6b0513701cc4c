internal import GRDB

/// The versions of the schema. Each is a string of SQL that never changes once it has been shipped.
///
/// A CHECK says `a = 1 OR a = 2 OR a = 3`: for a list of three and more SQLite makes a table at every INSERT, which
/// would take half the time of a check-in. A WITHOUT ROWID table begins with the columns of its primary key, in their
/// order: SQLite 3.40.1 takes any other for damaged.
enum Migrations {
    /// Brings a database to the newest version.
    static func run(on writer: some DatabaseWriter) throws {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 people") { try $0.execute(sql: people) }
        migrator.registerMigration("1 ledger") { try $0.execute(sql: ledger) }
        migrator.registerMigration("1 attendance") { try $0.execute(sql: attendance) }
        migrator.registerMigration("1 staff") { try $0.execute(sql: staff) }
        // Before all that may add to the tables it makes anew.
        migrator.registerMigration("2 boxes") { try $0.execute(sql: boxes) }
        migrator.registerMigration("2 consent") { try $0.execute(sql: consent) }
        migrator.registerMigration("2 desk queue") { try $0.execute(sql: deskQueue) }
        migrator.registerMigration("2 cards") { try $0.execute(sql: cards) }
        migrator.registerMigration("2 stations") { try $0.execute(sql: stations) }
        migrator.registerMigration("2 outbox") { try $0.execute(sql: outbox) }
        migrator.registerMigration("2 gate") {
            try $0.execute(sql: gate)
            try foldOrganisations($0)
        }
        migrator.registerMigration("2 paper") { try $0.execute(sql: paper) }
        migrator.registerMigration("3 province") { try $0.execute(sql: province) }
        migrator.registerMigration("3 same people") { try $0.execute(sql: samePeople) }
        migrator.registerMigration("3 lockout") { try $0.execute(sql: lockout) }
        migrator.registerMigration("3 taken back") { try $0.execute(sql: takenBack) }
        migrator.registerMigration("4 organiser") { try $0.execute(sql: organiser) }
        migrator.registerMigration("4 twins") { try $0.execute(sql: twins) }
        try migrator.migrate(writer)
    }
}
