internal import Attendance
internal import Exchange

/// Where somebody is from: as the list has it, and in the units since 1 July 2025.
struct PersonPlace {
    let name: String?
    let unit: UnitCode?
    let now: RestatedUnit?
    let nameNow: String?

    /// As a bundle has it.
    init(_ person: PersonRecord, _ units: AdministrativeUnits) {
        let commune = person.commune
        self.init(name: commune?.name, code: commune?.code, snapshot: commune?.snapshot, units)
    }

    /// A code without its snapshot names nothing.
    init(name: String?, code: String?, snapshot: String?, _ units: AdministrativeUnits) {
        self.name = name
        unit = code.flatMap { code in snapshot.map { UnitCode(code: code, snapshot: $0) } }
        now = unit.flatMap(units.restated)
        nameNow = now.flatMap { units[$0.unit]?.name }
    }

    /// One text for each commune of one time: `2024/09700`, or `?/` and the folded name.
    var text: String? { PersonPlace.text(unit, name) }

    /// The same in the units of now; as the list has it where the successor is unknown.
    var textNow: String? { PersonPlace.text(now?.unit ?? unit, name) }

    private static func text(_ unit: UnitCode?, _ name: String?) -> String? {
        unit.map { "\($0.snapshot)/\($0.code)" } ?? name.map { "?/" + VietnameseText.folded($0) }
    }
}
