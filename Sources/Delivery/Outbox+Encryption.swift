package import Crypto
internal import Foundation
package import Store

extension Outbox {
    /// Reads a bundle's file, checks that it is still the one that was made, and gives its encrypted form out in pieces.
    ///
    /// - Throws: ``DeliveryProblem`` `.badFile`, what `write` throws.
    package func encrypt(
        _ bundle: OutboxBundle, to key: AgreementPublicKey, pieces: Int = 1 << 20, write: ([UInt8]) throws -> Void
    ) throws {
        guard let file = FileHandle(forReadingAtPath: path(of: bundle)) else {
            throw DeliveryProblem(.badFile, bundle.name)
        }
        defer { try? file.close() }
        var encryption = try AgeEncryption(to: [key])
        var hash = SHA256()
        while let piece = try file.read(upToCount: pieces), !piece.isEmpty {
            let bytes = [UInt8](piece)
            hash.update(bytes)
            try write(encryption.update(bytes))
        }
        guard hash.finish() == bundle.hash else { throw DeliveryProblem(.badFile, bundle.name) }
        try write(encryption.finish())
    }
}

extension Outbox {
    /// A bundle encrypted into a file without a name, beside the others; the caller closes it.
    package func encryptedFile(_ bundle: OutboxBundle, to key: AgreementPublicKey) throws -> Int32 {
        var template = Array("\(store.outboxFolder)/download.XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw DeliveryProblem(.badFile, String(cString: strerror(errno))) }
        unlink(template)
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        do {
            try encrypt(bundle, to: key) { try file.write(contentsOf: $0) }
        } catch {
            close(descriptor)
            throw error
        }
        return descriptor
    }
}
