import Foundation
import Store
import Testing

@testable import Delivery

/// When the courier tries again.
struct CourierTests {
    /// A way on which something of the box itself fails.
    private struct FailingRoad: Road {
        let destination = Destination.province
        let failures: Int
        private let tries = Tries()

        init(failures: Int) { self.failures = failures }

        func deliver(isCancelled: @escaping @Sendable () -> Bool) throws -> Bool {
            if tries.next() <= failures { throw StoreError.full }
            return false
        }
    }

    /// Counts, on one thread.
    private final class Tries: @unchecked Sendable {
        private var count = 0

        func next() -> Int {
            count += 1
            return count
        }
    }

    @Test func failureOfTheStoreIsTriedAgainLaterAndLater() throws {
        let box = try TestOutbox()
        let courier = Courier(box.outbox, roads: [FailingRoad(failures: 2)], log: TestOutbox.log)
        let first = try #require(courier.round(isForced: false))
        #expect((15_000...30_000).contains(first))
        let second = try #require(courier.round(isForced: false))
        #expect((30_000...60_000).contains(second))
        #expect(courier.round(isForced: false) == nil)
    }

    @Test func folderThatCannotBeUsedIsTriedAgain() throws {
        let box = try TestOutbox()
        try FileManager.default.removeItem(atPath: box.path)
        try Data([1]).write(to: URL(filePath: box.path))
        let courier = Courier(box.outbox, roads: [], log: TestOutbox.log)
        #expect(courier.round(isForced: false) != nil)
    }
}
