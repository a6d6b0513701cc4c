/// Why a text is no settings line of a province.
package enum ProvinceLineError: String, Error, Sendable, CaseIterable {
    /// Something else: another kind of code, a key alone.
    case foreign
    /// It ends early.
    case truncated
    /// A character in it is not what it was.
    case changed
    /// A newer program has made it.
    case unknownVersion = "unknown_version"
    /// The address is not https, or is none.
    case badAddress = "bad_address"
    /// Neither a key's pin nor a certificate.
    case badAuthority = "bad_authority"
}
