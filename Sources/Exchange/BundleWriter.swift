package import Crypto

/// Makes the file of a bundle.
package enum BundleWriter {
    /// The ZIP archive, signed with the box's key; counts and parts of the manifest are filled in here.
    ///
    /// - Throws: `ExchangeError.notMade`.
    package static func bytes(_ bundle: EventBundle, key: MinisignKey) throws(ExchangeError) -> [UInt8] {
        try bytes(bundle, others: [], key: key)
    }

    /// The bundle with more parts behind its own.
    static func bytes(
        _ bundle: EventBundle, others: [(name: String, content: [UInt8])], key: MinisignKey
    ) throws(ExchangeError) -> [UInt8] {
        let parts =
            [
                (name: BundlePart.event, content: try JSONText.snakeCase.encode(bundle.event)),
                (name: BundlePart.people, content: try JSONText.snakeCase.encodeLines(bundle.people)),
                (name: BundlePart.ledger, content: try JSONText.plain.encodeLines(bundle.ledger)),
                (name: BundlePart.statements, content: try bundle.statementLines()),
            ] + others
        var manifest = bundle.manifest
        manifest.counts = bundle.counts
        manifest.parts = parts.map {
            .init(name: $0.name, bytes: $0.content.count, sha256: Hex.encode(SHA256.hash($0.content)))
        }
        return try SignedArchive.bytes(
            try JSONText.snakeCase.encode(manifest), named: BundlePart.manifest, others: parts, key: key,
            comment: "\(manifest.format) \(manifest.fileStem)")
    }

    /// The file encrypted in age's format, so that only the owners of these keys can read it.
    ///
    /// - Throws: `ExchangeError.notMade` for a key that nothing can be encrypted to.
    package static func encrypted(_ file: [UInt8], to keys: [AgreementPublicKey]) throws(ExchangeError) -> [UInt8] {
        do {
            return try Age.encrypt(file, to: keys)
        } catch {
            throw .notMade
        }
    }
}

extension EventBundle {
    /// How many of each it holds.
    var counts: BundleManifest.Counts {
        var counts = BundleManifest.Counts()
        (counts.people, counts.statements) = (people.count, statements.count)
        (counts.entries, counts.scans) = entryCounts
        return counts
    }
}
