internal import Attendance

/// What decides whether two entries are one person.
///
/// The same citizen number is the same person. Where one of them has none, it is the same folded name, birth date (or
/// year) and commune. Phones are shared in families and never decide.
struct Identity: Sendable {
    let name: String
    let birth: BirthDate?
    let citizenHash: [UInt8]?
    private let unit: UnitCode?
    private let commune: String?
    /// The units that are the same place in another snapshot.
    private let counterparts: Set<UnitCode>

    /// `citizenHash` is the keyed hash of the entry's number.
    init(_ entry: RosterEntry, citizenHash: [UInt8]?, counterparts: Set<UnitCode> = []) {
        name = VietnameseText.folded(entry.name)
        (birth, unit) = (entry.birth, entry.communeUnit)
        commune = entry.commune.map(VietnameseText.folded)
        (self.citizenHash, self.counterparts) = (citizenHash, counterparts)
    }

    /// A participant that is known already.
    init(_ participant: Participant, citizenHash: [UInt8]?) {
        name = VietnameseText.folded(participant.name)
        (birth, unit) = (participant.birth, participant.communeUnit)
        commune = participant.commune.map(VietnameseText.folded)
        (self.citizenHash, counterparts) = (citizenHash, [])
    }

    /// Whether both are surely one person.
    func isSame(as other: Identity) -> Bool {
        if let one = citizenHash, let two = other.citizenHash { return one == two }
        return name == other.name && isSameBirth(other) == true && isSameCommune(other) == true
    }

    /// Whether nothing that is known of both speaks against one person.
    func isCompatible(with other: Identity) -> Bool {
        allows(other) && name == other.name && isSameBirth(other) != false
    }

    /// Whether somebody who says that both are one person can be right: they have no two different numbers.
    func allows(_ other: Identity) -> Bool {
        guard let one = citizenHash, let two = other.citizenHash else { return true }
        return one == two
    }

    /// Nil where one of them is not known.
    private func isSameBirth(_ other: Identity) -> Bool? {
        guard let one = birth, let two = other.birth else { return nil }
        guard one.year == two.year else { return false }
        if let first = one.month, let second = two.month, first != second { return false }
        if let first = one.day, let second = two.day, first != second { return false }
        return true
    }

    private func isSameCommune(_ other: Identity) -> Bool? {
        if let one = unit, let two = other.unit {
            if one.snapshot == two.snapshot { return one.code == two.code }
            if counterparts.contains(two) || other.counterparts.contains(one) { return true }
        }
        guard let one = commune, let two = other.commune else { return nil }
        return one == two
    }
}
