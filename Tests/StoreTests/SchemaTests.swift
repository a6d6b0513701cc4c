import Attendance
import Foundation
import GRDB
import Testing

@testable import Store

/// The tables themselves.
@Suite struct SchemaTests {
    let box: TestBox

    init() throws {
        box = try TestBox()
    }

    @Test func storeWithConsentsIsSoundAndCanBeBackedUp() throws {
        let event = try box.makeEvent()
        _ = try box.store.perform(
            EnrolWalkIn(
                event: event.id, person: box.makeEntry("Lò Thị Khách"), idempotencyKey: "k",
                consent: Consent(purpose: "attendance", textVersion: "1", method: "desk"), actor: TestBox.desk))
        #expect(try box.value("PRAGMA quick_check") == "ok")
        _ = try box.store.backUp(to: box.folder + "/copy.sqlite")
    }

    @Test func tablesWithoutRowidBeginWithTheirKey() throws {
        try box.store.pool.read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM pragma_table_list WHERE wr AND schema = 'main'")
            #expect(tables.contains("consent"))
            for table in tables {
                let key = try Int.fetchAll(
                    database, sql: "SELECT cid FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", arguments: [table])
                #expect(key == Array(key.indices), "\(table)")
            }
        }
    }

    @Test func consentsOfTheFirstVersionAreKept() throws {
        let database = try DatabaseQueue()
        let consent = try database.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            try database.execute(sql: Migrations.people)
            try database.execute(sql: "INSERT INTO consent VALUES (x'00', 'attendance', '1', 'desk', 7)")
            try database.execute(sql: Migrations.consent)
            return try String.fetchOne(
                database, sql: "SELECT purpose || '/' || text_version || '/' || method || '/' || at FROM consent")
        }
        #expect(consent == "attendance/1/desk/7")
    }
}
