internal import Attendance

/// Says that a login is in use, which gives it another 15 minutes; once a minute is enough.
package struct TouchStaffSession: Command {
    package let token: String

    package init(token: String) {
        self.token = token
    }

    package func execute(in transaction: Transaction) throws {
        try transaction.connection.run(
            "UPDATE staff_session SET used_ms = ? WHERE token_hash = ? AND boot = ?",
            transaction.now.bootMilliseconds, Token.hash(token), transaction.now.boot)
    }
}
