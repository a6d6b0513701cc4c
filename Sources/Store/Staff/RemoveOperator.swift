/// Ends what somebody may do, and their logins, at once; what they did stays theirs.
package struct RemoveOperator: Command {
    package let name: String
    package let actor: Actor

    package init(name: String, actor: Actor) {
        (self.name, self.actor) = (name, actor)
    }

    /// - Throws: `.conflict(.lastOrganiser)`: without one nobody could add another.
    package func execute(in transaction: Transaction) throws {
        let connection = transaction.connection
        guard let member = try connection.staff(named: name) else { throw StoreError.notFound(.staff) }
        let organisers = try connection.staff().count { $0.role == .organiser }
        guard member.role != .organiser || organisers > 1 else { throw StoreError.conflict(.lastOrganiser) }
        try connection.run("UPDATE staff SET is_removed = 1 WHERE id = ?", member.id)
        try connection.forgetBrowsers(of: member.id)
        try connection.run("DELETE FROM staff_session WHERE staff = ?", member.id)
        try transaction.note(.staffRemoved, member.id, actor: actor)
    }
}
