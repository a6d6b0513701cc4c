internal import Attendance
internal import Crypto
internal import Exchange
internal import Foundation
package import Store

extension Outbox {
    /// A bundle that waits, its file surely whole.
    ///
    /// - Throws: ``DeliveryProblem`` `.badFile` where the file cannot be made again.
    package func whole(_ bundle: OutboxBundle) throws -> OutboxBundle {
        try making.withLock { try mended(bundle) }
    }

    /// Makes a bundle's file again where it is lost or damaged, or where another province is to read it now.
    ///
    /// It covers the same entries, so it is the same bundle to whoever has it already: its id follows from them.
    func mended(_ bundle: OutboxBundle) throws -> OutboxBundle {
        let key = try store.province?.ageKey.ageText
        if bundle.state == .receipted || (isWhole(bundle) && bundle.sealedTo == key) { return bundle }
        let range = bundle.range
        let made = try self.bundle(of: bundle.event, after: range.lowerBound - 1, through: range.upperBound)
        guard made.manifest.id.uuid == bundle.id.uuid else { throw DeliveryProblem(.badFile, bundle.name) }
        let file = try store.file(made)
        var again = bundle
        (again.size, again.hash) = (Int64(file.count), SHA256.hash(file))
        (again.madeAt, again.sealedTo) = (try store.time(SystemClock.reading()), key)
        try write(file, of: again)
        return try store.perform(RemakeBundle(again))
    }

    /// Whether the file is the one that was made; read a piece at a time.
    private func isWhole(_ bundle: OutboxBundle) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path(of: bundle)) else { return false }
        defer { try? file.close() }
        var hash = SHA256()
        while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty { hash.update([UInt8](piece)) }
        return hash.finish() == bundle.hash
    }
}
