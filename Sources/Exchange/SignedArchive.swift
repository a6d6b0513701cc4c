internal import Archive
internal import Crypto

/// A ZIP archive whose first part is signed in minisign's format: what bundles, shares and receipts have in common.
struct SignedArchive {
    /// The part that is signed; it vouches for the others.
    let head: [UInt8]
    private let signature: MinisignSignature
    private let reader: ZipReader

    /// Most parts that any of our files has.
    private static let mostParts = 16

    /// The archive of a signed part and others.
    static func bytes(
        _ head: [UInt8], named name: String, others: [(name: String, content: [UInt8])], key: MinisignKey,
        comment: String
    ) throws(ExchangeError) -> [UInt8] {
        do {
            let signature = try key.signature(for: head, trustedComment: comment)
            let parts = [(name: name, content: head), (name: name + ".minisig", content: Array(signature.text.utf8))]
            return try ZipWriter.bytes(parts + others)
        } catch {
            throw .notMade
        }
    }

    /// Opens an archive; the signature is not checked yet.
    init(_ file: BundleFile, head name: String, mostInflatedBytes: Int) throws(ExchangeError) {
        let limits = ZipLimits(parts: Self.mostParts, inflatedBytes: mostInflatedBytes)
        do {
            switch file {
            case .bytes(let bytes): reader = try ZipReader(bytes, limits: limits)
            case .descriptor(let descriptor): reader = try ZipReader(descriptor: descriptor, limits: limits)
            }
        } catch {
            throw ExchangeError(error)
        }
        head = try Self.part(name, of: reader)
        let text = String(decoding: try Self.part(name + ".minisig", of: reader), as: UTF8.self)
        do {
            signature = try MinisignSignature(text: text)
        } catch {
            throw .badSignature
        }
    }

    /// - Throws: `ExchangeError.badSignature` unless this key has signed the first part.
    func verify(_ key: MinisignPublicKey) throws(ExchangeError) {
        do {
            try key.verify(signature, of: head)
        } catch {
            throw .badSignature
        }
    }

    /// Calls `body` with a part, piece by piece.
    func forEachPiece(
        of name: String, _ body: (UnsafeRawBufferPointer) throws(ExchangeError) -> Void
    ) throws(ExchangeError) {
        guard let part = try opened(name) else { throw .missingPart(name) }
        while let piece = try next(of: part) { try body(piece) }
    }

    private func opened(_ name: String) throws(ExchangeError) -> ZipPart? {
        do { return try reader.part(name) } catch { throw ExchangeError(error) }
    }

    private func next(of part: ZipPart) throws(ExchangeError) -> UnsafeRawBufferPointer? {
        do { return try part.next() } catch { throw ExchangeError(error) }
    }

    /// All of a part.
    func part(_ name: String) throws(ExchangeError) -> [UInt8] {
        try Self.part(name, of: reader)
    }

    private static func part(_ name: String, of reader: ZipReader) throws(ExchangeError) -> [UInt8] {
        let found: [UInt8]?
        do {
            found = try reader.bytes(of: name)
        } catch {
            throw ExchangeError(error)
        }
        guard let found else { throw .missingPart(name) }
        return found
    }
}

extension ExchangeError {
    /// What an archive's fault means for a file of ours.
    fileprivate init(_ error: ZipError) {
        switch error {
        case .truncated, .unusualCompression, .passwordProtected: self = .truncated
        case .tooManyParts, .expandsTooFar: self = .tooLarge
        case .notMade: self = .notMade
        }
    }
}
