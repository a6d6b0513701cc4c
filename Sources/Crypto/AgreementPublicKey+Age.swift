extension AgreementPublicKey {
    private static let agePrefix = "age"

    /// The key of an `age1…` text.
    ///
    /// - Throws: `AgeError.malformedKey`.
    package init(ageText: String) throws(AgeError) {
        let bytes = Bech32.decode(ageText, prefix: Self.agePrefix)
        guard let bytes, let key = try? AgreementPublicKey(bytes) else { throw .malformedKey }
        self = key
    }

    /// The key as `age -r` takes it.
    package var ageText: String {
        Bech32.encode(bytes, prefix: Self.agePrefix)
    }
}
