internal import Attendance
internal import Exchange
internal import Foundation
internal import Store

/// Puts the xAPI statements into a learning record store of somebody else's.
///
/// A statement keeps its id, so what arrives twice is there once. What was acknowledged is remembered batch by batch.
struct LRSRoad: Road {
    let settings: LRSSettings
    let outbox: Outbox
    let destination = Destination.lrs

    /// How many statements go at once: few enough for small servers, about 100 kB.
    private static let batch = 100

    func deliver(isCancelled: @escaping @Sendable () -> Bool) throws -> Bool {
        let news = try outbox.store.undelivered(to: destination, .sealed)
        guard !news.isEmpty else { return false }
        let client = try StatementClient(settings, isCancelled: isCancelled)
        for event in news.map(\.event) where !isCancelled() { try deliver(event, client, isCancelled) }
        return true
    }

    private func deliver(
        _ event: ID<Event>, _ client: StatementClient, _ isCancelled: @escaping @Sendable () -> Bool
    ) throws {
        var delivered = try outbox.store.delivered(event, to: destination)
        let record = try outbox.record(of: event, after: delivered.seq, through: delivered.through)
        delivered.through = record.manifest.ledger.last
        while delivered.done < record.statements.count, !isCancelled() {
            let batch = Array(record.statements.dropFirst(delivered.done).prefix(Self.batch))
            let taken = try client.send(batch)
            delivered.done += batch.count
            delivered.sent += taken
            delivered.refused += batch.count - taken
            try outbox.store.perform(RecordDelivered(destination, event, delivered))
        }
        guard delivered.done >= record.statements.count else { return }
        (delivered.seq, delivered.through, delivered.done) = (record.manifest.ledger.last, nil, 0)
        try outbox.store.perform(RecordDelivered(destination, event, delivered))
    }
}
