internal import Attendance
internal import Crypto
internal import Exchange

/// One bundle on its way into the tables, inside one transaction.
///
/// Imports come one after the other over all processes (an advisory lock): whether a scan or a person is new is then a
/// plain question, and the order in which bundles arrive changes nothing.
struct BundleImport {
    let bundle: EventBundle
    let connection: DatabaseConnection
    let intake: Intake
    let now: Timestamp
    /// The row of the box in the database.
    let box: Int

    var manifest: BundleManifest { bundle.manifest }

    init(
        _ bundle: EventBundle, from registered: RegisteredBox, into connection: DatabaseConnection, intake: Intake,
        now: Timestamp
    ) throws {
        (self.bundle, self.connection, self.intake, self.now) = (bundle, connection, intake, now)
        try Derivation.lock(connection)
        box = try BundleImport.box(bundle.manifest, registered, connection)
    }

    /// The receipt that this bundle was given before; nil for a new one.
    func earlierReceipt() throws -> [UInt8]? {
        try connection.first(
            "SELECT receipt FROM province.bundle WHERE box = $1 AND manifest = $2", box, manifest.id
        ) { try $0[0] }
    }

    /// What became of the stored bundle, in one line for the log.
    func account() throws -> String {
        let account = try connection.first(
            """
            SELECT concat('from “', box.name, '”, event ', lpad(event.number::text, 6, '0'), ': ', accepted, ' accepted, ',
                duplicate, ' duplicate, ', refused, ' refused', '; ' || finding)
            FROM province.bundle JOIN province.box ON box.id = bundle.box JOIN province.event ON event.id = bundle.event
            WHERE bundle.box = $1 AND manifest = $2
            """, box, manifest.id
        ) { try $0[0] as String }
        return account?.split(whereSeparator: \.isNewline).joined(separator: " ") ?? ""
    }

    /// Stores the bundle; its receipt.
    func run() throws -> [UInt8] {
        try makeStages()
        let id = try insertBundle()
        try storeEvent(bundle: id)
        let events = try storePeople(bundle: id)
        try storeConsents()
        let lines = try storeEntries(bundle: id)
        try deriveStandings()
        try namePlaces()
        try Derivation(connection: connection, bundle: id, now: now).run(events: events)
        let receipt = BundleReceipt(
            bundle: manifest.id, box: manifest.box, scans: lines, receivedAt: now.rfc3339())
        let file = try receipt.file(key: intake.keys.signing)
        try connection.run(
            "UPDATE province.bundle SET accepted = $2, duplicate = $3, refused = $4, receipt = $5 WHERE id = $1",
            id, receipt.accepted, receipt.duplicate, receipt.refused, file)
        return file
    }

    /// The box's row. A key speaks for one box only, and a box has one key: one that was restored gets a new id too.
    private static func box(
        _ manifest: BundleManifest, _ registered: RegisteredBox, _ connection: DatabaseConnection
    ) throws -> Int {
        let key = manifest.signer?.key.bytes
        let stranger: Void? = try connection.first(
            "SELECT 1 FROM province.box WHERE (key = $1) <> (box = $2)", key, manifest.box
        ) { _ in }
        guard stranger == nil else { throw BundleRefusal.foreignBox(name: registered.name) }
        let box = try connection.first(
            """
            INSERT INTO province.box (key, box, name) VALUES ($1, $2, $3)
            ON CONFLICT (key) DO UPDATE SET name = excluded.name, seen_at = now() RETURNING id
            """, key, manifest.box, registered.name
        ) { try $0[0] as Int }
        guard let box else { throw DatabaseError(state: "", message: "no row came back") }
        return box
    }

    private func insertBundle() throws -> Int64 {
        let id = try connection.first(
            """
            INSERT INTO province.bundle (manifest, name, box, event, first_seq, last_seq, previous_hash, last_hash,
                finding, rank)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id
            """,
            manifest.id, manifest.fileStem, box, manifest.event, manifest.ledger.first, manifest.ledger.last,
            Hex.decode(manifest.ledger.previousHash), Hex.decode(manifest.ledger.lastHash), try finding(),
            bundle.rank
        ) { try $0[0] as Int64 }
        guard let id else { throw DatabaseError(state: "", message: "no row came back") }
        return id
    }
}
