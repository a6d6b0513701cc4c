extension AgreementKey {
    private static let agePrefix = "age-secret-key-"

    /// The key of an `AGE-SECRET-KEY-1…` line of an age identity file.
    ///
    /// - Throws: `AgeError.malformedKey`.
    package init(ageText: String) throws(AgeError) {
        guard let bytes = Bech32.decode(ageText, prefix: Self.agePrefix), let key = try? AgreementKey(bytes) else {
            throw .malformedKey
        }
        self = key
    }

    /// The key as `age -i` reads it, in upper case.
    package var ageText: String {
        Bech32.encode(bytes, prefix: Self.agePrefix).uppercased()
    }
}
