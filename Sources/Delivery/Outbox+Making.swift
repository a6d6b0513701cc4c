internal import Attendance
internal import Crypto
internal import Exchange
internal import Foundation
package import Store

extension Outbox {
    /// Makes a bundle of each event with something new: its file first, then its line in the store.
    ///
    /// A file whose line is missing after a fall is removed and made again, and so is a file that was lost.
    package func make(_ extent: NewsExtent) throws {
        try making.withLock {
            try sweep()
            for news in try store.unbundled(extent) { try make(news) }
            for bundle in try store.bundles() where bundle.state != .receipted { _ = try mended(bundle) }
        }
    }

    private func make(_ news: EventNews) throws {
        let (bundle, file) = try bundle(of: news.event, after: news.first - 1)
        try write(file, of: bundle)
        _ = try store.perform(AddBundle(bundle, box: store.box.id))
    }

    /// Writes a bundle's file.
    func write(_ file: [UInt8], of bundle: OutboxBundle) throws {
        try DurableFile.createFolder(store.outboxFolder)
        try DurableFile.write(file, to: path(of: bundle))
    }

    /// An event's record after an entry of the ledger, up to another one or to the end.
    func record(of event: ID<Event>, after seq: Int64, through last: Int64? = nil) throws -> EventBundle {
        try store.bundle(of: event, after: seq, through: last, software: software, now: SystemClock.reading())
    }

    /// The same as a bundle with its file, which is not written yet.
    func bundle(
        of event: ID<Event>, after seq: Int64, through last: Int64? = nil
    ) throws -> (bundle: OutboxBundle, file: [UInt8]) {
        // First: where another province is set meanwhile, the bundle is seen to be for the earlier one.
        let key = try store.province?.ageKey.ageText
        let record = try record(of: event, after: seq, through: last)
        let (manifest, file) = (record.manifest, try store.file(record))
        let bundle = OutboxBundle(
            id: ID(manifest.id.uuid), name: manifest.fileStem, event: event,
            range: manifest.ledger.first...manifest.ledger.last, size: Int64(file.count), hash: SHA256.hash(file),
            madeAt: try store.time(SystemClock.reading()), sealedTo: key)
        return (bundle, file)
    }
}
