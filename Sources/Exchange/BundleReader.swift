package import Crypto

/// A bundle's file, opened: signed by the key in its manifest, and every part the one that was signed.
///
/// Whether that key is the box's is for the caller to know: `manifest.box` and `manifest.publicKey` are what the file
/// says of itself.
package struct BundleReader {
    /// What the file says about itself.
    package let manifest: BundleManifest
    private let archive: SignedArchive

    /// Bytes of all parts after inflating: twenty times the largest event with ten years of scans.
    package static let mostInflatedBytes = 1 << 30
    private static let ageStart = Array("age-encryption.org/v1".utf8)

    /// Whether the file is encrypted in age's format.
    package static func isEncrypted(_ file: [UInt8]) -> Bool { file.starts(with: ageStart) }

    /// Opens the file, decrypting it first where it is encrypted.
    ///
    /// - Throws: `ExchangeError`.
    package init(
        _ file: [UInt8], identity: AgreementKey? = nil, mostInflatedBytes: Int = mostInflatedBytes
    ) throws(ExchangeError) {
        let bytes = try Self.decrypted(file, identity)
        archive = try SignedArchive(bytes, head: BundlePart.manifest, mostInflatedBytes: mostInflatedBytes)
        manifest = try JSONText.snakeCase.decode(archive.head, as: BundlePart.manifest)
        guard [BundleManifest.bundleFormat, BundleManifest.shareFormat].contains(manifest.format) else {
            throw .unknownFormat(manifest.format)
        }
        guard let key = try? MinisignPublicKey(text: manifest.publicKey) else { throw .badSignature }
        try archive.verify(key)
    }

    /// Reads all parts, and follows the chain from the entry before the first to the last one.
    ///
    /// - Throws: `ExchangeError`.
    package func bundle() throws(ExchangeError) -> EventBundle {
        let bundle = EventBundle(
            manifest: manifest, event: try JSONText.snakeCase.decode(try part(BundlePart.event), as: BundlePart.event),
            people: try JSONText.snakeCase.decodeLines(try part(BundlePart.people), as: BundlePart.people),
            ledger: try JSONText.plain.decodeLines(try part(BundlePart.ledger), as: BundlePart.ledger),
            statements: try JSONText.plain.decodeLines(try part(BundlePart.statements), as: BundlePart.statements))
        try check(bundle)
        return bundle
    }

    /// The statements as they stand in the file, one on each line.
    package func statementLines() throws(ExchangeError) -> [UInt8] { try part(BundlePart.statements) }

    /// A part that the manifest vouches for.
    func part(_ name: String) throws(ExchangeError) -> [UInt8] {
        guard let expected = manifest.parts.first(where: { $0.name == name }) else { throw .missingPart(name) }
        let bytes = try archive.part(name)
        guard bytes.count == expected.bytes, Hex.encode(SHA256.hash(bytes)) == expected.sha256 else {
            throw .changedPart(name)
        }
        return bytes
    }

    private func check(_ bundle: EventBundle) throws(ExchangeError) {
        guard bundle.event.id == manifest.event, bundle.event.number == manifest.number else {
            throw .contradiction("event")
        }
        guard bundle.counts == manifest.counts else { throw .contradiction("counts") }
        var chain = LedgerChain(before: manifest.ledger)
        for item in bundle.ledger { try chain.take(item) }
        guard chain.next == manifest.ledger.last + 1, chain.hash == manifest.ledger.lastHash else {
            throw .contradiction("ledger")
        }
    }

    private static func decrypted(_ file: [UInt8], _ identity: AgreementKey?) throws(ExchangeError) -> [UInt8] {
        guard isEncrypted(file) else { return file }
        guard let identity else { throw .encrypted }
        do {
            return try Age.decrypt(file, with: identity)
        } catch .notForThisKey {
            throw .notForThisKey
        } catch {
            throw .truncated
        }
    }
}
