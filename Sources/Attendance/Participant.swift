/// A person known to this box.
package struct Participant: Hashable, Sendable {
    package let id: ID<Participant>
    package var name: String
    package var birth: BirthDate?
    package var sex: Sex?
    package var ethnicity: String?
    package var phone: String?
    /// The last three digits of the citizen number: what the eye may compare.
    package var citizenNumberTail: String?
    package var communeUnit: UnitCode?
    /// The commune as shown on lists.
    package var commune: String?
    package var address: String?

    package init(id: ID<Participant>, name: String) {
        self.id = id
        self.name = name
    }
}
