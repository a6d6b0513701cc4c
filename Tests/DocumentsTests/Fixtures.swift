import Attendance
import Documents
import Foundation

/// The files that tests read.
enum Fixtures {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    static let scenarios = tests.appending(path: "Fixtures/scenarios")
    private static let share = tests.deletingLastPathComponent().appending(path: "kiosk-config/share")

    static let units = AdministrativeUnits(tsv: text(share.appending(path: "admin-units.tsv")))
    static let ethnicGroups = EthnicGroups(tsv: text(share.appending(path: "ethnic-groups.tsv")))

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: scenarios.appending(path: path)))
    }

    /// The context of an event as of the end of its year.
    static func context(_ folder: String = "") throws -> RosterContext {
        let area = folder.isEmpty ? EventArea(snapshot: "2024") : try area(folder)
        return RosterContext(today: try day(2024, 12, 31), units: units, area: area, ethnicGroups: ethnicGroups)
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else { throw CocoaError(.formatting) }
        return date
    }

    /// The codes below `area:` and the venue's in event.yaml.
    private static func area(_ folder: String) throws -> EventArea {
        let yaml = text(scenarios.appending(path: folder).appending(path: "event.yaml"))
        let parts = yaml.components(separatedBy: "\narea:")
        let communes = parts.count > 1 ? codes(in: parts[1]) : []
        return EventArea(snapshot: "2024", communes: Set(communes), venue: codes(in: parts[0]).first)
    }

    private static func codes(in yaml: String) -> [UnitCode] {
        yaml.matches(of: /code: "(\d{5})"/).map { UnitCode(code: String($0.1), snapshot: "2024") }
    }

    /// Empty where the file cannot be read, so that the test that needs it fails.
    private static func text(_ url: URL) -> String {
        (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    }
}
