/// Logs out.
package struct EndStaffSession: Command {
    package let token: String

    package init(token: String) {
        self.token = token
    }

    package func execute(in transaction: Transaction) throws {
        try transaction.connection.run("DELETE FROM staff_session WHERE token_hash = ?", Token.hash(token))
    }
}
