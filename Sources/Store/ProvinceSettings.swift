package import Crypto

/// The province that receives the attendance: how to reach it, and its keys.
package struct ProvinceSettings: Hashable, Sendable {
    /// `https://…` without a path; nil where a stick or a phone carries everything.
    package let url: String?
    /// Checks the receipts.
    package let signKey: MinisignPublicKey
    /// What only the province may read is sealed or encrypted to it.
    package let ageKey: AgreementPublicKey
    /// A file in PEM with the authority that the province's certificate comes from; nil for the system's own.
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
