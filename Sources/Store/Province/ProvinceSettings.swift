package import Crypto

/// The province that receives the attendance: how to reach it, and its keys.
package struct ProvinceSettings: Hashable, Sendable {
    /// `https://…` without a path; nil where a stick or a phone carries everything.
    package let url: String?
    /// Checks the receipts.
    package let signKey: MinisignPublicKey
    /// What only the province may read is sealed or encrypted to it.
    package let ageKey: AgreementPublicKey
    /// By what the province's server proves who it is: an authority in PEM or the name of its file, or the pin of a key
    /// (`sha256//…`); nil for the authorities of the system.
    package let ca: String?
    /// What the box says to be let in, where the province asks for it.
    package let token: String?

    package init(
        url: String? = nil, signKey: MinisignPublicKey, ageKey: AgreementPublicKey, ca: String? = nil,
        token: String? = nil
    ) {
        (self.url, self.signKey, self.ageKey, self.ca, self.token) = (url, signKey, ageKey, ca, token)
    }
}
