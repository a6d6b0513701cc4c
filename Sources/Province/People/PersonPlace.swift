internal import Attendance

/// Where somebody is from: as the list has it, and in the units since 1 July 2025.
struct PersonPlace {
    let name: String?
    let unit: UnitCode?
    let now: RestatedUnit?
    let nameNow: String?

    /// As a list has it.
    init(name: String?, unit: UnitCode?, _ units: AdministrativeUnits) {
        (self.name, self.unit) = (name, unit)
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
