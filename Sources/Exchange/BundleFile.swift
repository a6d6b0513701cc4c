internal import Crypto
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
        do {
            return .bytes(try Age.decrypt(allBytes, with: identity))
        } catch .notForThisKey {
            throw .notForThisKey
        } catch {
            throw .truncated
        }
    }

    private var allBytes: [UInt8] {
        switch self {
        case .bytes(let bytes): return bytes
        case .descriptor(let descriptor):
            var bytes: [UInt8] = []
            while case let piece = Self.read(1 << 20, from: descriptor, at: bytes.count), !piece.isEmpty {
                bytes += piece
            }
            return bytes
        }
    }

    /// At most `count` bytes; fewer at the end of the file, or where it cannot be read.
    private static func read(_ count: Int, from descriptor: Int32, at offset: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
            read = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
        }
    }
}
