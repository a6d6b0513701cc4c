internal import Attendance
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
    /// Bytes of `manifest.json`, which is read before its signature is checked: it names a few parts and a range.
    private static let mostManifestBytes = 1 << 20

    /// Opens the file, decrypting it first where it is encrypted.
    ///
    /// - Throws: `ExchangeError`.
    package init(
        _ file: BundleFile, identity: AgreementKey? = nil, mostInflatedBytes: Int = mostInflatedBytes
    ) throws(ExchangeError) {
        archive = try SignedArchive(
            try file.opened(identity), head: BundlePart.manifest, mostHeadBytes: Self.mostManifestBytes,
            mostInflatedBytes: mostInflatedBytes)
        manifest = try JSONText.snakeCase.decode(archive.head, as: BundlePart.manifest)
        guard [BundleManifest.bundleFormat, BundleManifest.shareFormat].contains(manifest.format) else {
            throw .unknownFormat(manifest.format)
        }
        guard let key = try? MinisignPublicKey(text: manifest.publicKey) else { throw .badSignature }
        try archive.verify(key)
        guard manifest.ledger.isRange else { throw .contradiction("ledger") }
    }

    /// The same for a file that is in memory.
    package init(
        _ file: [UInt8], identity: AgreementKey? = nil, mostInflatedBytes: Int = mostInflatedBytes
    ) throws(ExchangeError) {
        try self.init(.bytes(file), identity: identity, mostInflatedBytes: mostInflatedBytes)
    }

    /// Reads all parts but the statements, and follows the chain from the entry before the first to the last one.
    ///
    /// A line that cannot be used is set apart, and the others are read.
    /// - Throws: `ExchangeError`.
    package func bundle() throws(ExchangeError) -> EventBundle {
        let event: EventRecord = try JSONText.snakeCase.decode(try part(BundlePart.event), as: BundlePart.event)
        guard event.id == manifest.event, event.number == manifest.number else { throw .contradiction("event") }
        var bundle = EventBundle(manifest: manifest, event: event, people: [], ledger: [], statements: [])
        try readPeople(into: &bundle)
        try readLedger(into: &bundle)
        var statements = 0
        try forEachLine(of: BundlePart.statements) { _, _ in statements += 1 }
        guard bundle.agrees(with: manifest.counts), statements == manifest.counts.statements else {
            throw .contradiction("counts")
        }
        return bundle
    }

    /// The statements as they stand in the file, one on each line.
    package func statementLines() throws(ExchangeError) -> [UInt8] { try part(BundlePart.statements) }

    /// All of a part that the manifest vouches for.
    func part(_ name: String) throws(ExchangeError) -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachPiece(of: name) { piece in bytes.append(contentsOf: piece) }
        return bytes
    }

    private func readPeople(into bundle: inout EventBundle) throws(ExchangeError) {
        let read = JSONText.snakeCase.lineReader(of: PersonRecord.self)
        var enrolments: Set<ID<Enrolment>> = []
        try forEachLine(of: BundlePart.people) { line, bytes in
            guard let person = read(bytes), person.isUsable, enrolments.insert(person.enrolment).inserted else {
                return bundle.unusablePeople.append(line)
            }
            bundle.people.append(person)
        }
    }

    private func readLedger(into bundle: inout EventBundle) throws(ExchangeError) {
        let read = JSONText.plain.lineReader(of: LedgerItem.self)
        var chain = LedgerChain(before: manifest.ledger)
        try forEachLine(of: BundlePart.ledger) { line, bytes throws(ExchangeError) in
            let item = read(bytes).flatMap { $0.entry?.hasUsableTimes ?? true ? $0 : nil }
            if let item, try chain.take(item) { return bundle.ledger.append(item) }
            let broken = item?.entry.map { UnusableLine(line: line, entry: $0) }
            let unusable = broken ?? UnusableLine(line: line, reading: bytes)
            try chain.skip(unusable)
            bundle.unusableLines.append(unusable)
        }
        guard chain.ends(with: manifest.ledger) else { throw .contradiction("ledger") }
    }

    /// Calls `body` with each line of a part that the manifest vouches for, and its number.
    ///
    /// Whether it is the part that was signed is known at the end: what `body` made is worth nothing when this throws.
    private func forEachLine(
        of name: String, _ body: (Int, ArraySlice<UInt8>) throws(ExchangeError) -> Void
    ) throws(ExchangeError) {
        var (number, rest) = (0, [UInt8]())
        func take(_ line: ArraySlice<UInt8>) throws(ExchangeError) {
            if line.isEmpty { return }
            number += 1
            try body(number, line)
        }
        try forEachPiece(of: name) { piece throws(ExchangeError) in
            var (start, searched) = (0, rest.count)
            rest.append(contentsOf: piece)
            while let end = rest[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                try take(rest[start..<end])
                (start, searched) = (end + 1, end + 1)
            }
            rest.removeFirst(start)
        }
        try take(rest[...])
    }

    /// Calls `body` with each piece of a part. What `body` throws is thrown only if the part is the one that was signed.
    private func forEachPiece(
        of name: String, _ body: (UnsafeRawBufferPointer) throws(ExchangeError) -> Void
    ) throws(ExchangeError) {
        guard let expected = manifest.parts.first(where: { $0.name == name }) else { throw .missingPart(name) }
        var (hash, count, fault) = (SHA256(), 0, nil as ExchangeError?)
        try archive.forEachPiece(of: name) { piece throws(ExchangeError) in
            hash.update(piece)
            count += piece.count
            guard fault == nil else { return }
            do throws(ExchangeError) { try body(piece) } catch { fault = error }
        }
        guard count == expected.bytes, Hex.encode(hash.finish()) == expected.sha256 else { throw .changedPart(name) }
        if let fault { throw fault }
    }
}

extension EventBundle {
    /// Whether a manifest counts what is here; lines that could not be used may have been of any kind.
    fileprivate func agrees(with counts: BundleManifest.Counts) -> Bool {
        let (entries, scans) = entryCounts
        let unusable = unusableLines.count
        return people.count + unusablePeople.count == counts.people
            && (entries...entries + unusable).contains(counts.entries)
            && (scans...scans + unusable).contains(counts.scans)
    }
}
