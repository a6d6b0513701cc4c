package import Crypto
internal import Foundation
package import Store

/// A folder on a USB stick that takes bundles to the province and brings receipts back.
package struct Stick {
    private let folder: String
    private let outbox: Outbox

    /// Bytes that stay free: FAT counts whole clusters, and a full stick is an unhappy one.
    private static let reserve: Int64 = 1 << 20
    private static let piece = 1 << 20
    private static let longestReceipt = 64 << 20

    package init(_ folder: String, outbox: Outbox) {
        (self.folder, self.outbox) = (folder, outbox)
    }

    /// A bundle that is on the stick.
    package struct Carried: Hashable, Sendable {
        package let bundle: OutboxBundle
        package let file: String
        package let size: Int64
    }

    /// Everything that no receipt has confirmed, whatever stick it was on before.
    package func waiting() throws -> [OutboxBundle] {
        try outbox.store.bundles().filter { $0.state != .receipted }
    }

    /// Puts the bundles on the stick, encrypted to the province's key, each read back before the next one begins.
    ///
    /// - Throws: ``StickProblem``; what was carried before it stands on the stick and is worth as much as the rest.
    package func carry(
        _ bundles: [OutboxBundle], to key: AgreementPublicKey, onCarried: (Carried) throws -> Void
    ) throws {
        let needed = bundles.reduce(Self.reserve) { $0 + $1.size + $1.size / 1_024 + 1_024 }
        let free = try freeBytes()
        guard free >= needed else { throw StickProblem.full(needed: needed, free: free) }
        for bundle in bundles { try onCarried(try carry(bundle, to: key)) }
    }

    private func carry(_ bundle: OutboxBundle, to key: AgreementPublicKey) throws -> Carried {
        let name = bundle.name + ".ddb.age"
        var file = try StickFile(name, in: folder)
        try outbox.encrypt(bundle, to: key, pieces: Self.piece) { try file.write($0) }
        let size = file.size
        _ = try file.finish()
        return Carried(bundle: bundle, file: name, size: size)
    }

    /// The receipts on the stick: name and content, in the order of their names.
    package func receipts() throws -> [(name: String, content: [UInt8])] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return names.filter { $0.lowercased().hasSuffix(".ddr") }.sorted().compactMap { name in
            let path = "\(folder)/\(name)"
            let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
            guard (1...Self.longestReceipt).contains(size) else { return nil }
            return FileManager.default.contents(atPath: path).map { (name, [UInt8]($0)) }
        }
    }

    private func freeBytes() throws(StickProblem) -> Int64 {
        var facts = statvfs()
        guard statvfs(folder, &facts) == 0 else { throw StickProblem(errno) }
        return Int64(facts.f_bavail) * Int64(facts.f_frsize)
    }
}
