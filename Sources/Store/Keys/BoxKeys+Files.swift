internal import Crypto
internal import Foundation

extension BoxKeys {
    private static let boxKeyName = "box.key"
    private static let signingKeyName = "sign.key"

    /// Reads the keys of a data folder.
    ///
    /// - Throws: `StoreError.notInitialised` without them.
    init(folder: Folder) throws {
        guard let boxKey = FileManager.default.contents(atPath: folder.keys + "/" + Self.boxKeyName),
            let seed = FileManager.default.contents(atPath: folder.keys + "/" + Self.signingKeyName)
        else { throw StoreError.notInitialised }
        try self.init(boxKey: Array(boxKey), signingKey: SigningKey(seed: Array(seed)))
    }

    /// Writes the keys, readable for the owner only.
    func write(to folder: Folder) throws {
        try DurableFile.createFolder(folder.keys)
        try DurableFile.write(boxKey, to: folder.keys + "/" + Self.boxKeyName)
        try DurableFile.write(signingKey.seed, to: folder.keys + "/" + Self.signingKeyName)
    }
}
