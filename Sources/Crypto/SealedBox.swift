internal import CSodium

/// Messages that anybody can seal to a public key and only its owner can open (`crypto_box_seal`).
///
/// The sealer stays unknown and cannot open the box again; 48 bytes longer than the message.
package enum SealedBox {
    /// The box that holds the message.
    ///
    /// - Throws: `CryptoError.unusablePublicKey`.
    package static func seal(_ message: [UInt8], to key: AgreementPublicKey) throws(CryptoError) -> [UInt8] {
        Sodium.start()
        var box = [UInt8](repeating: 0, count: message.count + crypto_box_sealbytes())
        guard crypto_box_seal(&box, message, UInt64(message.count), key.bytes) == 0 else {
            throw .unusablePublicKey
        }
        return box
    }

    /// The message in the box.
    ///
    /// - Throws: `CryptoError.notAuthentic` for a changed box or another's.
    package static func open(_ box: [UInt8], with key: AgreementKey) throws(CryptoError) -> [UInt8] {
        guard box.count >= crypto_box_sealbytes() else { throw .notAuthentic }
        var message = [UInt8](repeating: 0, count: box.count - crypto_box_sealbytes())
        let result = crypto_box_seal_open(&message, box, UInt64(box.count), key.publicKey.bytes, key.bytes)
        guard result == 0 else { throw .notAuthentic }
        return message
    }
}
