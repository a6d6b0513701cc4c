package import Crypto
internal import Glibc

/// The bytes of a bundle's file.
package enum BundleFile: Sendable {
    case bytes([UInt8])
    /// An open file, read piece by piece: a plain bundle of any size takes little memory. Its position is moved.
    case descriptor(Int32)

    private static let ageStart = Array("age-encryption.org/v1".utf8)

    /// Whether the file is encrypted in age's format.
    package var isEncrypted: Bool {
        switch self {
        case .bytes(let bytes): bytes.starts(with: Self.ageStart)
        case .descriptor(let descriptor): Self.read(Self.ageStart.count, from: descriptor, at: 0) == Self.ageStart
        }
    }

    /// The file as it is, or what it holds for the owner of `identity` if it is encrypted.
    func opened(_ identity: AgreementKey?) throws(ExchangeError) -> BundleFile {
        guard isEncrypted else { return self }
        guard let identity else { throw .encrypted }
        var message: [UInt8] = []
        do {
            try decrypt(with: identity) { message += $0 }
        } catch let error as ExchangeError {
            throw error
        } catch {
            throw .notMade
        }
        return .bytes(message)
    }

    /// Gives out what an encrypted file holds, a piece at a time: whatever its size, little of it is in memory.
    ///
    /// Whether the pieces are all of the message is known when it returns.
    /// - Throws: `ExchangeError`, what `write` throws.
    package func decrypt(with identity: AgreementKey, write: ([UInt8]) throws -> Void) throws {
        var decryption = AgeDecryption(with: identity)
        do {
            var offset = 0
            while case let piece = piece(at: offset), !piece.isEmpty {
                try write(try decryption.update(piece))
                offset += piece.count
            }
            try write(try decryption.finish())
        } catch AgeError.notForThisKey {
            throw ExchangeError.notForThisKey
        } catch is AgeError {
            throw ExchangeError.truncated
        }
    }

    /// The next bytes of the file; none at its end.
    private func piece(at offset: Int) -> [UInt8] {
        switch self {
        case .bytes(let bytes): Array(bytes.dropFirst(offset).prefix(Self.pieceLength))
        case .descriptor(let descriptor): Self.read(Self.pieceLength, from: descriptor, at: offset)
        }
    }

    private static let pieceLength = 1 << 20

    /// At most `count` bytes; fewer at the end of the file, or where it cannot be read.
    private static func read(_ count: Int, from descriptor: Int32, at offset: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
            read = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
        }
    }
}
