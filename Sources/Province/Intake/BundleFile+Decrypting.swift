internal import Crypto
internal import Exchange
internal import HTTPServer

extension BundleFile {
    /// Calls `read` with what an encrypted bundle holds: in a file without a name in this folder, gone afterwards.
    ///
    /// - Throws: `ExchangeError`; ``ProvinceError/folder(_:)`` where there is no room; what `read` throws.
    func decrypted<Value>(
        with identity: AgreementKey, in folder: String, read: (BundleFile) throws -> Value
    ) throws -> Value {
        let file = try plain(with: identity, in: folder)
        return try withExtendedLifetime(file) { try read(.descriptor(file.descriptor)) }
    }

    private func plain(with identity: AgreementKey, in folder: String) throws -> TemporaryFile {
        do {
            let file = try TemporaryFile(in: folder)
            try decrypt(with: identity) { piece in try piece.withUnsafeBytes(file.append) }
            return file
        } catch let error as SystemError {
            throw ProvinceError.folder(error.description)
        }
    }
}
