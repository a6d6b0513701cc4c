internal import Crypto

/// PINs that the box makes.
package enum PIN {
    /// Eight random digits.
    package static func random() -> String {
        Random.bytes(8).map { String($0 % 10) }.joined()
    }
}
