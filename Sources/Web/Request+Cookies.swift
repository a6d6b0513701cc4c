import HTTPServer

/// The cookies of staff and their devices. Over TLS their names carry the prefix by which a browser ties them to TLS,
/// so that no page that came without it can set them (RFC 6265bis, 4.1.3.2).
extension Request {
    /// What the login left with the browser. A login over plain HTTP does not count over TLS: it may have been read.
    var sessionCookie: String? {
        cookies[name(of: Authenticator.sessionCookie)]
    }

    /// What the enrolment left with the device. One enrolled over plain HTTP is the same device over TLS.
    var stationCookie: String? {
        cookies[name(of: Authenticator.stationCookie)] ?? cookies[Authenticator.stationCookie]
    }

    /// What an earlier login left with the browser, of whomever: by it the box knows the browser again.
    var browserCookie: String? {
        cookies[name(of: Self.browserCookieName)]
    }

    private static let browserCookieName = "diemdanh_browser"

    /// The cookie by which the box knows this browser for half a year.
    func settingBrowserCookie(_ token: String) -> (name: String, value: String) {
        settingCookie(Self.browserCookieName, token, maxAgeSeconds: 182 * 86_400)
    }

    /// A cookie for whoever sent this request.
    func settingCookie(_ name: String, _ value: String, maxAgeSeconds: Int? = nil) -> (name: String, value: String) {
        let isSecure = listener == .tls
        let text = Cookies.set(self.name(of: name), value, isSecure: isSecure, maxAgeSeconds: maxAgeSeconds)
        return ("Set-Cookie", text)
    }

    private var cookies: Cookies { Cookies(headers["Cookie"]) }

    private func name(of cookie: String) -> String { listener == .tls ? "__Host-\(cookie)" : cookie }
}
