extension [UInt8] {
    /// Throws `CryptoError.wrongKeyLength` unless there are exactly as many bytes as expected.
    func requireKeyLength(_ expected: Int) throws(CryptoError) {
        guard count == expected else { throw .wrongKeyLength(expected: expected, actual: count) }
    }
}
