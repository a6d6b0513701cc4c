/// Why a key, a box or a hash was refused.
package enum CryptoError: Error, Equatable {
    /// A key or seed has another number of bytes than its kind needs.
    case wrongKeyLength(expected: Int, actual: Int)
    /// A public key that is no point of the curve, or one with which anybody could read the message.
    case unusablePublicKey
    /// The bytes were changed, cut short or made with another key.
    case notAuthentic
    /// A stored PIN hash that this module did not write.
    case malformedHash
    /// The 46 MiB of a PIN hash could not be had; says nothing about the PIN.
    case outOfMemory
}
