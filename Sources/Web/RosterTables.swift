import Attendance
import Documents
import FoundationEssentials
import Synchronization

/// The tables of communes and ethnic groups, read when the first roster comes: most starts of the box need none.
final class RosterTables: Sendable {
    private let folder: String
    private let cached = Mutex<AdministrativeUnits?>(nil)

    init(folder: String) {
        self.folder = folder
    }

    /// What reading a roster of this event depends on; 500 if the tables are not installed.
    func context(for event: Event, at now: Timestamp) throws -> RosterContext {
        RosterContext(
            today: now.date(offsetMinutes: event.definition.utcOffsetMinutes), units: try units(),
            area: try area(of: event), ethnicGroups: EthnicGroups(tsv: try text("ethnic-groups.tsv")))
    }

    /// Where an event draws its people from.
    func area(of event: Event) throws -> EventArea {
        let definition = event.definition
        let communes = definition.area.map { UnitCode(code: $0.code, snapshot: $0.snapshot) }
        let snapshot = communes.first?.snapshot ?? Self.snapshot(of: event)
        return EventArea(
            snapshot: snapshot, communes: Set(communes),
            venue: try definition.venueUnit ?? definition.commune.flatMap { try venue($0, snapshot: snapshot) })
    }

    /// The unit of a venue's commune that was typed as text: `Xã Tiến Xuân, Huyện Thạch Thất, Thành phố Hà Nội`.
    private func venue(_ commune: String, snapshot: String) throws -> UnitCode? {
        let (units, anywhere) = (try units(), EventArea(snapshot: snapshot))
        return units.resolve(address: commune, in: anywhere).unit ?? units.resolve(commune: commune, in: anywhere).unit
    }

    /// The communes, for a citizen card's address too.
    func units() throws -> AdministrativeUnits {
        try cached.withLock { units in
            if let units { return units }
            let read = AdministrativeUnits(tsv: try text("admin-units.tsv"))
            units = read
            return read
        }
    }

    /// The units in force when the event begins: districts ended on 30 June 2025.
    private static func snapshot(of event: Event) -> String {
        let start = event.sessions.first?.startsAt.date(offsetMinutes: event.definition.utcOffsetMinutes)
        guard let start, let reform = CivilDate(year: 2025, month: 7, day: 1) else {
            return AdministrativeUnits.currentSnapshot
        }
        return start < reform ? AdministrativeUnits.districtSnapshot : AdministrativeUnits.currentSnapshot
    }

    private func text(_ file: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: folder).appending(path: file)), as: UTF8.self)
    }
}
