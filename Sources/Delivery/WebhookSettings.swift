/// A web address that wants to know of sealed sessions.
package struct WebhookSettings: Hashable, Sendable {
    package let url: String
    /// Signs what is sent.
    package let secret: String
    /// As in ``Trust/init(setting:)``.
    package let ca: String?

    package init(url: String, secret: String, ca: String? = nil) {
        (self.url, self.secret, self.ca) = (url, secret, ca)
    }
}
