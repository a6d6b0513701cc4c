import Exchange
import Foundation
import Testing

@testable import Province

/// PostgreSQL goes away in the middle of the work.
@Suite(.serialized) struct RestartTests {
    @Test(arguments: ["fast", "immediate"])
    func anImportThatARestartInterruptsIsDoneOnce(mode: String) throws {
        let cluster = try Cluster(inFolderOf: "restart")
        let province = try TestProvince(on: cluster)
        var box = TestLedger()
        let event = TestEvent(people: 40)
        try province.register(box)
        for number in 0..<40 { box.scan(event[number], in: event.morning, at: Int64(number)) }
        let bundles = try (1...40).map { try box.bundle(of: event, after: $0, upTo: $0 + 1) }
        let restarting = Thread {
            try? cluster.stop(mode)
            try? cluster.start()
        }
        for (index, bundle) in bundles.enumerated() {
            if index == 10 { restarting.start() }
            #expect(try province.take(bundle).accepted == 1)
        }
        while !restarting.isFinished { Thread.sleep(forTimeInterval: 0.01) }
        #expect(try province.number("SELECT count(*) FROM report.scan") == 40)
        #expect(try province.number("SELECT count(*) FROM report.attendance WHERE status = 'present'") == 40)
        #expect(try province.number("SELECT sum(accepted) FROM province.bundle") == 40)
    }

    @Test(arguments: ["fast", "immediate"])
    func aConnectionThatRestedDuringARestartIsReplaced(mode: String) throws {
        let cluster = try Cluster(inFolderOf: "rested")
        let province = try TestProvince(on: cluster)
        #expect(try province.number("SELECT count(*) FROM report.scan") == 0)
        try cluster.stop(mode)
        try cluster.start()
        #expect(try province.number("SELECT count(*) FROM report.scan") == 0)
    }

    @Test func aDatabaseThatStaysAwayIsAnErrorAndNothingElse() throws {
        let away = Database("host=/nonexistent dbname=x", patience: .milliseconds(50))
        #expect(throws: DatabaseError.self) { try away.migrate() }
    }
}
