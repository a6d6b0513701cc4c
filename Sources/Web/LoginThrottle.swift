import HTTPServer
import Synchronization

/// Slows down an address that guesses PINs: five wrong ones cost 1 minute, each further one twice as much, up to 60.
///
/// Accounts are locked by the store, which a power cut does not reset; this keeps one device from trying all names.
final class LoginThrottle: Sendable {
    private struct Record {
        var failures = 0
        var until: Int64 = 0
    }

    private let records = Mutex<[Address: Record]>([:])

    static let allowed = 5

    /// Throws 429 while the address is locked; times are boot milliseconds.
    func check(_ address: Address, at now: Int64) throws(Problem) {
        let until = records.withLock { $0[address]?.until ?? 0 }
        guard until <= now else { throw .slowDown(afterSeconds: Int(until - now + 999) / 1_000) }
    }

    func fail(_ address: Address, at now: Int64) {
        records.withLock { records in
            // A network has fewer addresses than this; more is an attack that must not eat memory.
            if records.count > 10_000 { records = [:] }
            var record = records[address] ?? Record()
            record.failures += 1
            let excess = record.failures - LoginThrottle.allowed
            if excess >= 0 { record.until = now + Int64(min(60, 1 << min(excess, 6))) * 60_000 }
            records[address] = record
        }
    }

    func succeed(_ address: Address) {
        records.withLock { $0[address] = nil }
    }
}
