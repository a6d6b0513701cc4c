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
    /// A signature has two comments and two short lines.
    private static let mostSignatureBytes = 16 << 10

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

    /// Opens an archive; the signature is not checked yet, so that no more than `mostHeadBytes` are read until it is.
    init(
        _ file: BundleFile, head name: String, mostHeadBytes: Int, mostInflatedBytes: Int
    ) throws(ExchangeError) {
        let limits = ZipLimits(parts: Self.mostParts, inflatedBytes: mostInflatedBytes)
        do {
            switch file {
            case .bytes(let bytes): reader = try ZipReader(bytes, limits: limits)
            case .descriptor(let descriptor): reader = try ZipReader(descriptor: descriptor, limits: limits)
            }
        } catch {
            throw ExchangeError(error)
        }
        head = try Self.part(name, of: reader, upTo: mostHeadBytes)
        let signed = try Self.part(name + ".minisig", of: reader, upTo: Self.mostSignatureBytes)
        let text = String(decoding: signed, as: UTF8.self)
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

    private static func part(
        _ name: String, of reader: ZipReader, upTo most: Int
    ) throws(ExchangeError) -> [UInt8] {
        let found: [UInt8]?
        do {
            found = try reader.bytes(of: name, upTo: most)
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
