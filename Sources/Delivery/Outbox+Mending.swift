internal import Crypto
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
        let (again, file) = try self.bundle(of: bundle.event, after: range.lowerBound - 1, through: range.upperBound)
        guard again.id == bundle.id else { throw DeliveryProblem(.badFile, bundle.name) }
        try write(file, of: bundle)
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
