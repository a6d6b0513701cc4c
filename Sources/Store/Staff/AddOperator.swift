internal import Attendance

/// Adds somebody who may log in; who was removed comes back under the same name.
package struct AddOperator: Command {
    package let name: String
    package let role: StaffMember.Role
    /// Made by `PINHash` in the slow lane.
    package let pinHash: String
    package let actor: Actor

    package init(name: String, role: StaffMember.Role, pinHash: String, actor: Actor) {
        (self.name, self.role, self.pinHash, self.actor) = (name, role, pinHash, actor)
    }

    /// - Throws: `.conflict(.operatorName)` for a name that somebody has.
    package func execute(in transaction: Transaction) throws -> StaffMember {
        guard try transaction.connection.staff(named: name) == nil else { throw StoreError.conflict(.operatorName) }
        try transaction.connection.run(
            """
            INSERT INTO staff (id, name, role, pin_hash) VALUES (?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET role = excluded.role, pin_hash = excluded.pin_hash, is_removed = 0
            """,
            transaction.makeID() as ID<StaffMember>, name, role, pinHash)
        guard let member = try transaction.connection.staff(named: name) else { throw StoreError.notFound(.staff) }
        try transaction.connection.liftLockouts(of: member.id)
        try transaction.note(.staffAdded, member.id, actor: actor)
        return member
    }
}
