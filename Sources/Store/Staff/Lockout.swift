internal import Attendance

/// How often somebody's PIN was wrong, and how long they must wait.
///
/// The wait counts in boot time, which nobody can set; pulling the plug starts it again.
struct Lockout: Hashable, Sendable {
    var failures = 0
    var boot: String?
    var untilMilliseconds: Int64?
    var forMilliseconds: Int64?

    static let none = Lockout()

    /// How many wrong PINs are free.
    private static let freeFailures = 5

    /// One more wrong PIN: the fifth costs 1 minute, then 2, 4 … up to 60.
    func afterFailure(_ now: ClockReading) -> Lockout {
        let failures = failures + 1
        guard failures >= Self.freeFailures else { return Lockout(failures: failures) }
        let minutes = min(60, 1 << min(6, failures - Self.freeFailures))
        let duration = Int64(minutes) * 60_000
        return Lockout(
            failures: failures, boot: now.boot, untilMilliseconds: now.bootMilliseconds + duration,
            forMilliseconds: duration)
    }

    /// Milliseconds until a PIN is taken again; 0 if one is taken now.
    func remaining(_ now: ClockReading) -> Int64 {
        guard let untilMilliseconds, let forMilliseconds else { return 0 }
        let end = boot == now.boot ? untilMilliseconds : forMilliseconds
        return max(0, end - now.bootMilliseconds)
    }
}

extension Connection {
    /// Somebody's lockout.
    func lockout(of staff: ID<StaffMember>) throws -> Lockout {
        let found = try first(
            "SELECT failures, locked_boot, locked_until_ms, locked_for_ms FROM staff WHERE id = ?", staff
        ) {
            Lockout(
                failures: try $0[0], boot: try $0[1], untilMilliseconds: try $0[2], forMilliseconds: try $0[3])
        }
        guard let found else { throw StoreError.notFound(.staff) }
        return found
    }

    /// Writes somebody's lockout.
    func setLockout(_ lockout: Lockout, of staff: ID<StaffMember>) throws {
        try run(
            "UPDATE staff SET failures = ?, locked_boot = ?, locked_until_ms = ?, locked_for_ms = ? WHERE id = ?",
            lockout.failures, lockout.boot, lockout.untilMilliseconds, lockout.forMilliseconds, staff)
    }
}
