import Store
import Testing

@testable import Delivery

/// The files of what waits.
struct OutboxTests {
    @Test func fileOfNoBundleThatWaitsIsRemoved() throws {
        let box = try TestOutbox()
        try box.write("0190abcd-004215-000007.ddb")
        try box.write("0190abcd-004215-000009.ddb.new")
        try box.outbox.make(.sealed)
        #expect(try box.files() == [])
    }
}
