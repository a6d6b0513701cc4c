package import Attendance

/// Somebody who may log in with a PIN.
package struct StaffMember: Hashable, Sendable {
    package let id: ID<StaffMember>
    package let name: String
    package let role: Role
    /// Argon2id, to be checked in the slow lane.
    package let pinHash: String

    package enum Role: String, Codable, Sendable, CaseIterable {
        /// May do everything.
        case organiser
        /// Works at a desk (người trực).
        case `operator`
    }

    init(_ row: ResultRow) throws {
        (id, name, role, pinHash) = (try row[0], try row[1], try row[2], try row[3])
    }

    init(id: ID<StaffMember>, name: String, role: Role, pinHash: String) {
        (self.id, self.name, self.role, self.pinHash) = (id, name, role, pinHash)
    }
}

extension StaffMember.Role: SQLConvertible {}

extension Connection {
    /// Everybody who was not removed, in the order of their names.
    func staff() throws -> [StaffMember] {
        try all("SELECT id, name, role, pin_hash FROM staff WHERE is_removed = 0 ORDER BY name", read: StaffMember.init)
    }

    /// One of them; nil for an unknown id and who was removed.
    func staff(_ id: ID<StaffMember>) throws -> StaffMember? {
        try first(
            "SELECT id, name, role, pin_hash FROM staff WHERE id = ? AND is_removed = 0", id, read: StaffMember.init)
    }

    /// One of them; nil for an unknown name and who was removed.
    func staff(named name: String) throws -> StaffMember? {
        try first(
            "SELECT id, name, role, pin_hash FROM staff WHERE name = ? AND is_removed = 0", name,
            read: StaffMember.init)
    }
}

extension Transaction {
    /// Appends an entry about a device or a member of staff.
    func note(_ kind: LedgerEntry.Kind, _ subject: ID<some Any>, actor: Actor, event: ID<Event>? = nil) throws {
        var entry = LedgerEntry(kind, actor: actor, in: self)
        (entry.subject, entry.event) = (subject.uuid, event?.uuid)
        try append(entry)
    }
}
