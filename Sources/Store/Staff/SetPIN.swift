package import Attendance

/// Gives somebody another PIN, ends their sessions, lifts their lockouts and forgets the browsers they have used.
package struct SetPIN: Command {
    package let staff: ID<StaffMember>
    /// Made by `PINHash` in the slow lane.
    package let pinHash: String
    package let actor: Actor

    package init(staff: ID<StaffMember>, pinHash: String, actor: Actor) {
        (self.staff, self.pinHash, self.actor) = (staff, pinHash, actor)
    }

    package func execute(in transaction: Transaction) throws {
        let connection = transaction.connection
        try connection.run("UPDATE staff SET pin_hash = ? WHERE id = ?", pinHash, staff)
        guard connection.changes == 1 else { throw StoreError.notFound(.staff) }
        try connection.liftLockouts(of: staff)
        try connection.forgetBrowsers(of: staff)
        try connection.run("DELETE FROM staff_session WHERE staff = ?", staff)
        try transaction.note(.pinChanged, staff, actor: actor)
    }
}
