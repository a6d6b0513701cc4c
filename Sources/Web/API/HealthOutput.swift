import Store

/// The answer of `GET /health`.
struct HealthOutput: Encodable {
    /// `ok`, `clock` when only the time is not confirmed, `restored` when this start had to fall back on a backup,
    /// `store` when nothing can be written.
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
        status =
            !health.isWritable ? "store" : recovery != nil ? "restored" : health.isTimeConfirmed ? "ok" : "clock"
        (self.version, box) = (version, health.box)
        clock = Clock(state: health.isTimeConfirmed ? "confirmed" : "untrusted")
        ledger = Ledger(entries: health.head.entries, head: health.head.hash)
    }
}
