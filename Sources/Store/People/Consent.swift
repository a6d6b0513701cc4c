/// What a person has agreed to, and how it was asked.
package struct Consent: Hashable, Sendable {
    /// What the data are used for.
    package let purpose: String
    /// Which wording was shown or read aloud.
    package let textVersion: String
    /// `screen`, `read_aloud`, `paper`.
    package let method: String

    package init(purpose: String, textVersion: String, method: String) {
        (self.purpose, self.textVersion, self.method) = (purpose, textVersion, method)
    }
}
