import Delivery
import Program

extension Settings {
    /// The `lrs` block: a learning record store (xAPI) that gets the statements too.
    struct LRS: Decodable {
        var url: String
        var username: String?
        var password: String?
        var token: String?
        var ca: String?
    }

    /// The `webhook` block: an address that wants to know of sealed sessions.
    struct Webhook: Decodable {
        var url: String
        var secret: String
        var ca: String?
    }

    /// The learning record store; nil where the settings name none. Throws ``Failure`` for half a password.
    func lrsSettings() throws -> LRSSettings? {
        guard let lrs else { return nil }
        let credentials: LRSSettings.Credentials
        switch (lrs.username, lrs.password, lrs.token) {
        case (nil, nil, nil): credentials = .none
        case (nil, nil, let token?): credentials = .token(token)
        case (let user?, let password?, nil): credentials = .password(user: user, password: password)
        default: throw Failure.refused("lrs needs either username and password, or token")
        }
        return LRSSettings(url: lrs.url, credentials: credentials, ca: lrs.ca)
    }

    /// The address that wants to know of sealed sessions; nil where the settings name none.
    var webhookSettings: WebhookSettings? {
        webhook.map { WebhookSettings(url: $0.url, secret: $0.secret, ca: $0.ca) }
    }
}
