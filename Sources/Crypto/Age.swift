/// Whole files in the age format (age-encryption.org/v1), readable and writable with the program `age`.
package enum Age {
    /// The file that holds the message for the owners of these keys.
    ///
    /// - Throws: `AgeError.unusableRecipient`, also if there is none.
    package static func encrypt(_ message: [UInt8], to recipients: [AgreementPublicKey]) throws(AgeError) -> [UInt8] {
        var encryption = try AgeEncryption(to: recipients)
        let start = encryption.update(message)
        return start + encryption.finish()
    }

    /// The message in the file.
    ///
    /// - Throws: `AgeError`.
    package static func decrypt(_ file: [UInt8], with identity: AgreementKey) throws(AgeError) -> [UInt8] {
        var decryption = AgeDecryption(with: identity)
        let start = try decryption.update(file)
        return start + (try decryption.finish())
    }
}
