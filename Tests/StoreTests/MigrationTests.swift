import GRDB
import Testing

@testable import Store

@Suite struct MigrationTests {
    /// A database as version 0.1.0 left it: one event, one person of a household.
    private func oldDatabase() throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 people") { try $0.execute(sql: Migrations.people) }
        migrator.registerMigration("1 ledger") { try $0.execute(sql: Migrations.ledger) }
        migrator.registerMigration("1 attendance") { try $0.execute(sql: Migrations.attendance) }
        migrator.registerMigration("1 staff") { try $0.execute(sql: Migrations.staff) }
        try migrator.migrate(queue)
        try queue.write { try $0.execute(sql: MigrationTests.contents) }
        return queue
    }

    private static let contents = """
        INSERT INTO event (id, number, definition, sealed_key) VALUES (zeroblob(16), 1, '{}', x'00');
        INSERT INTO participant (id, name, folded_name) VALUES (zeroblob(16), 'Bùi Thị Ví Dụ', 'bui thi vi du');
        INSERT INTO enrolment (id, event, participant, code, standing, is_walk_in, sort_key, organisation)
            VALUES (zeroblob(16), zeroblob(16), zeroblob(16), 98, 'valid', 0, x'00', 'HỘ Bùi Văn  Hai');
        """

    @Test func folderOfTheFirstVersionIsBroughtUpToDateWithItsHouseholds() throws {
        let queue = try oldDatabase()
        try Migrations.run(on: queue)
        try Migrations.run(on: queue)
        let folded = try queue.read { try String.fetchOne($0, sql: "SELECT folded_organisation FROM enrolment") }
        #expect(folded == "ho bui van hai")
    }
}
