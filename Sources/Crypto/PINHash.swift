internal import CSodium
internal import Dispatch
internal import Glibc

/// Hashes of PINs and passphrases: Argon2id, t = 1, m = 46 MiB, p = 1 (OWASP ASVS 5.0, appendix C).
///
/// One hash takes about 70 ms and 46 MiB; a third at the same time waits, so call it from the slow lane only.
package enum PINHash {
    private static let passes: UInt64 = 1
    private static let memory = 46 * 1024 * 1024
    private static let atMostTwo = DispatchSemaphore(value: 2)

    /// The text to store for a PIN, with its own random salt (`$argon2id$v=19$m=47104,t=1,p=1$…`, ASCII, under 128 bytes).
    ///
    /// - Throws: `CryptoError.outOfMemory`.
    package static func make(_ pin: String) throws(CryptoError) -> String {
        let result = waitingForTurn {
            var text = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
            let code = pin.withCString { crypto_pwhash_str(&text, $0, UInt64(pin.utf8.count), passes, memory) }
            return code == 0 ? text : nil
        }
        guard let result else { throw .outOfMemory }
        return String(decoding: result.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether the stored text was made from this PIN.
    ///
    /// - Throws: `CryptoError.malformedHash` for a text `make` did not write, `CryptoError.outOfMemory`.
    package static func verify(_ pin: String, against stored: String) throws(CryptoError) -> Bool {
        guard stored.utf8.count < crypto_pwhash_strbytes(), stored.hasPrefix("$argon2id$") else {
            throw .malformedHash
        }
        let failure = waitingForTurn { () -> CInt? in
            errno = 0
            let code = crypto_pwhash_str_verify(stored, pin, UInt64(pin.utf8.count))
            return code == 0 ? nil : errno
        }
        switch failure {
        case nil: return true
        case EINVAL: return false
        case ENOMEM: throw .outOfMemory
        default: throw .malformedHash
        }
    }

    private static func waitingForTurn<Answer>(_ hash: () -> Answer) -> Answer {
        Sodium.start()
        atMostTwo.wait()
        defer { atMostTwo.signal() }
        return hash()
    }
}
