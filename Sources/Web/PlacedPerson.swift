import Attendance

/// Somebody who came to the desk, with the commune as the unit it is.
struct PlacedPerson: Sendable {
    let entry: RosterEntry
    /// The units that are the commune in any snapshot: people are recognised across the merger of 2025.
    let counterparts: Set<UnitCode>
    /// The commune in the units since 1 July 2025, with its province; nil where it is not known.
    let communeNow: String?

    /// Finds the commune of what was said or printed.
    init(_ person: RosterEntry, of event: Event, by tables: RosterTables) throws {
        let (units, area) = (try tables.units(), try tables.area(of: event))
        let match =
            person.commune.map { units.resolve(commune: $0, in: area) }
            ?? person.address.map { units.resolve(address: $0, in: area) }
        let unit = match?.unit
        var entry = person
        entry.communeUnit = unit
        if entry.commune == nil {
            entry.commune = unit.flatMap(units.fullName) ?? person.address.map(Self.beyondHamlet)
        }
        // Nobody agreed to more than the commune: where exactly somebody lives stays on the card.
        entry.address = nil
        self.entry = entry
        counterparts = unit.map(units.counterparts) ?? []
        communeNow = unit.flatMap(units.restated).flatMap { units.fullName(of: $0.unit) }
    }

    /// An address without its first part, the house or the hamlet, where there is more than commune and province.
    private static func beyondHamlet(_ address: String) -> String {
        let parts = address.split(separator: ",").map { VietnameseText.tidied(String($0)) }
        return parts.dropFirst(parts.count > 2 ? 1 : 0).joined(separator: ", ")
    }
}
