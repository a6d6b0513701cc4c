package import Crypto
internal import GRDB

/// Who this box is.
package struct Box: Hashable, Sendable {
    /// Eight characters and more, unique in the world.
    package let id: String
    /// Checks what this box has signed.
    package let verifyingKey: VerifyingKey

    /// The same as one line, as minisign writes it: by it the province and other boxes know this box.
    package var publicKey: String { MinisignPublicKey(verifyingKey).line }

    /// - Throws: `StoreError.damaged` if the database belongs to other keys.
    init(_ reader: some DatabaseReader, _ keys: BoxKeys) throws {
        let found = try reader.read { database in
            try Connection(database: database).first("SELECT id, key_check FROM box") {
                (id: try $0[0] as String, check: try $0[1] as [UInt8])
            }
        }
        guard let found else { throw StoreError.notInitialised }
        guard constantTimeEqual(found.check, keys.check) else {
            throw StoreError.damaged("the box key does not belong to the database")
        }
        id = found.id
        verifyingKey = keys.signingKey.verifyingKey
    }
}
