import Attendance
import HTTPServer
import Store
import Synchronization

/// Slows down who guesses PINs: five wrong ones cost 1 minute, each further one twice as much, up to 60.
///
/// Accounts are locked by the store, which a power cut does not reset; this keeps one device from trying all names.
final class LoginThrottle: Sendable {
    /// Who guesses. An enrolled desk is no neighbour of the phones that share its address, nor the box's own keyboard of its
    /// kiosk.
    enum Guesser: Hashable {
        case address(Address)
        case station(ID<Station>)
        case kiosk
    }

    private struct Record {
        var failures = 0
        var until: Int64 = 0
    }

    private let records = Mutex<[Guesser: Record]>([:])

    static let allowed = 5

    /// Throws 429 while the guesser is locked; times are boot milliseconds.
    func check(_ guesser: Guesser, at now: Int64) throws(Problem) {
        let until = records.withLock { $0[guesser]?.until ?? 0 }
        guard until <= now else { throw .slowDown(afterSeconds: Int(until - now + 999) / 1_000) }
    }

    func fail(_ guesser: Guesser, at now: Int64) {
        records.withLock { records in
            // A network has fewer addresses than this; more is an attack that must not eat memory.
            if records.count > 10_000 { records = [:] }
            var record = records[guesser] ?? Record()
            record.failures += 1
            let excess = record.failures - LoginThrottle.allowed
            if excess >= 0 { record.until = now + Int64(min(60, 1 << min(excess, 6))) * 60_000 }
            records[guesser] = record
        }
    }

    func succeed(_ guesser: Guesser) {
        records.withLock { $0[guesser] = nil }
    }
}
