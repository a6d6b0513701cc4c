internal import Attendance

/// Adds somebody who may log in.
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
        let member = StaffMember(id: transaction.makeID(), name: name, role: role, pinHash: pinHash)
        try transaction.connection.run(
            "INSERT INTO staff (id, name, role, pin_hash) VALUES (?, ?, ?, ?)", member.id, name, role, pinHash)
        try transaction.note(.staffAdded, member.id, actor: actor)
        return member
    }
}
