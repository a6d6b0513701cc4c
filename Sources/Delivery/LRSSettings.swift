/// A learning record store of somebody else's (xAPI): how to reach it.
package struct LRSSettings: Hashable, Sendable {
    /// The address below which `/statements` is.
    package let url: String
    package let credentials: Credentials
    /// As in ``Trust/init(setting:)``.
    package let ca: String?

    package init(url: String, credentials: Credentials, ca: String? = nil) {
        (self.url, self.credentials, self.ca) = (url, credentials, ca)
    }

    /// What it is told to let the box in.
    package enum Credentials: Hashable, Sendable {
        case none
        case password(user: String, password: String)
        case token(String)
    }
}
