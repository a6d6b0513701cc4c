import Store

/// The answer of `GET /health`.
struct HealthOutput: Encodable {
    /// `ok`, `clock` when only the time is not confirmed, `restored` when this start had to fall back on a backup,
    /// `disk_full` when the disk is full or nearly so, `store` when nothing can be written.
    let status: String
    let version: String
    let box: String
    let clock: Clock
    let ledger: Ledger

    struct Clock: Encodable {
        let state: String
    }

    struct Ledger: Encodable {
        let entries: Int64
        /// The hash of the last entry, hexadecimal.
        let head: String
    }

    init(_ health: StoreHealth, recovery: Recovery?, version: String) {
        status = Self.status(health, recovery)
        (self.version, box) = (version, health.box)
        clock = Clock(state: health.isTimeConfirmed ? "confirmed" : "untrusted")
        ledger = Ledger(entries: health.head.entries, head: health.head.hash)
    }

    /// The worst of what is wrong.
    private static func status(_ health: StoreHealth, _ recovery: Recovery?) -> String {
        if !health.isWritable { return "store" }
        if health.isDiskFull { return "disk_full" }
        if recovery != nil { return "restored" }
        return health.isTimeConfirmed ? "ok" : "clock"
    }
}
