internal import Crypto
package import Exchange

extension ProvinceKeys {
    /// What a box takes in to deliver here.
    ///
    /// - Throws: `ProvinceLineError` for an address or authority that cannot be one.
    package func line(_ address: PublicAddress?) throws(ProvinceLineError) -> ProvinceLine {
        try ProvinceLine(
            url: address?.url, signKey: signing.publicKey, ageKey: age.publicKey, ca: address?.ca)
    }
}
