internal import Attendance

/// Finds communes, remembering what columns said before: a list has few communes and many rows.
struct CommuneResolver {
    private let context: RosterContext
    private var known: [Written: UnitMatch] = [:]

    private struct Written: Hashable {
        let commune: String
        let district: String?
        let province: String?
    }

    init(_ context: RosterContext) {
        self.context = context
    }

    /// The commune that columns of a list name.
    mutating func resolve(commune: String, district: String?, province: String?) -> UnitMatch {
        let written = Written(commune: commune, district: district, province: province)
        if let match = known[written] { return match }
        let match = context.units.resolve(commune: commune, district: district, province: province, in: context.area)
        known[written] = match
        return match
    }

    /// The commune in an address or in the name of an office.
    func resolve(address: String) -> UnitMatch {
        context.units.resolve(address: address, in: context.area)
    }

    /// The official name of a unit.
    func name(of unit: UnitCode) -> String? {
        context.units[unit]?.name
    }
}
