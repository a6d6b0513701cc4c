import Attendance
import Crypto
import Exchange
import Foundation

@testable import Province

/// A province with its keys and an empty database.
final class TestProvince {
    let folder: String
    let keys: ProvinceKeys
    let registry: RegistryFile
    let database: Database
    let intake: Intake

    static let now = Timestamp(milliseconds: 1_718_200_000_000)

    /// The table of communes, read once.
    static let units: AdministrativeUnits = {
        let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let table = project.appendingPathComponent("kiosk-config/share/admin-units.tsv")
        return AdministrativeUnits(tsv: (try? String(contentsOf: table, encoding: .utf8)) ?? "")
    }()

    init(on cluster: Cluster? = nil) throws {
        folder = NSTemporaryDirectory() + "province-" + UUID().uuidString
        try ProvinceKeys.create(in: folder)
        keys = try ProvinceKeys(folder: folder)
        registry = RegistryFile(folder: folder)
        // A busy machine may take its time to restart a server.
        database = Database(try (cluster ?? Cluster.shared.get()).makeDatabase(), patience: .seconds(300))
        try database.migrate()
        intake = Intake(
            database: database, keys: keys, registry: registry, units: TestProvince.units, folder: folder)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Registers a box.
    func register(_ box: TestLedger, as name: String = UUID().uuidString) throws {
        try registry.change { try $0.addBox(name, key: box.key.publicKey, at: TestProvince.now) }
    }

    /// Takes a bundle in; what the receipt says.
    @discardableResult
    func take(_ file: [UInt8]) throws -> BundleReceipt {
        try BundleReceipt(
            file: intake.take(file, at: TestProvince.now).receipt, province: keys.signing.publicKey)
    }

    /// The results of the roll call: session, enrolment, status and first entry, in order.
    func results() throws -> [String] {
        try database.use { connection in
            try connection.all(
                """
                SELECT session || ' ' || enrolment || ' ' || status || ' ' || coalesce(province.ms(first_entry_at)::text, '-')
                    || ' ' || coalesce(minutes_present::text, '-')
                FROM province.attendance ORDER BY 1
                """
            ) { try $0[0] as String }
        }
    }

    /// One number of a query.
    func number(_ sql: String) throws -> Int {
        try database.use { try $0.first(sql) { try $0[0] as Int } } ?? -1
    }
}
