internal import Crypto
internal import Exchange
internal import Glibc

/// What an encrypted bundle holds, in a file without a name: gone with the last reference.
final class DecryptedFile {
    let descriptor: Int32

    /// Decrypts a bundle, a piece at a time, into a file of this folder.
    ///
    /// - Throws: `ExchangeError`; ``ProvinceError/folder(_:)`` where there is no room.
    init(_ file: BundleFile, with identity: AgreementKey, in folder: String) throws {
        var template = Array("\(folder)/opened.XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw ProvinceError.failed(folder) }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        try file.decrypt(with: identity) { [descriptor] in try DecryptedFile.write($0, to: descriptor, in: folder) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32, in folder: String) throws(ProvinceError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw .failed(folder) }
            rest = rest.dropFirst(written)
        }
    }
}
