internal import Attendance

// A browser in which somebody has signed in keeps a token; the wrong PINs of strangers do not count there (OWASP: "Slow down
// online guessing attacks with device cookies"). The token says nothing about who may do what.

extension Connection {
    /// Whether somebody has signed in before where this token is kept.
    func isKnown(browser token: String, of staff: ID<StaffMember>) throws -> Bool {
        try first(
            "SELECT 1 FROM known_browser WHERE token_hash = ? AND staff = ?", Token.hash(token), staff
        ) { _ in true } ?? false
    }

    /// Remembers a browser, and of each person the last twenty; answers with the token that it shall keep: the one it has
    /// of somebody else, or a new one. A token that the box did not make is never taken.
    func remember(browser token: String?, of staff: ID<StaffMember>) throws -> String {
        let isOurs = try token.map {
            try first("SELECT 1 FROM known_browser WHERE token_hash = ?", Token.hash($0)) { _ in true } ?? false
        }
        let kept = if let token, isOurs == true { token } else { Token.make() }
        try run(
            "INSERT INTO known_browser (token_hash, staff) VALUES (?, ?) ON CONFLICT DO NOTHING",
            Token.hash(kept), staff)
        try run(
            """
            DELETE FROM known_browser WHERE staff = ?1
            AND id NOT IN (SELECT id FROM known_browser WHERE staff = ?1 ORDER BY id DESC LIMIT 20)
            """, staff)
        return kept
    }

    /// Forgets the browsers of somebody whose PIN is another one now.
    func forgetBrowsers(of staff: ID<StaffMember>) throws {
        try run("DELETE FROM known_browser WHERE staff = ?", staff)
    }
}
