import Attendance
import FoundationEssentials
import Program
import Province

extension Intake {
    /// The intake of a data folder's keys and registry.
    init(database: Database, folder: String) throws {
        let table = String(decoding: try readFile(Installation.tables() + "/admin-units.tsv"), as: UTF8.self)
        self.init(
            database: database, keys: try ProvinceKeys(folder: folder), registry: RegistryFile(folder: folder),
            units: AdministrativeUnits(tsv: table), folder: folder)
    }
}
