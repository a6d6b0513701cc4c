internal import Attendance
internal import FoundationEssentials

/// How often a PIN was wrong, and how long the next one must wait.
///
/// The wait counts in boot time, which nobody can set; pulling the plug starts it again.
struct Lockout: Hashable, Sendable {
    var failures = 0
    var boot: String?
    var untilMilliseconds: Int64?
    var forMilliseconds: Int64?

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
    /// The wrong PINs for somebody from one origin; `staff` is nil where a PIN is typed without a name.
    func lockout(of staff: ID<StaffMember>?, from origin: LoginOrigin) throws -> Lockout {
        try first(
            """
            SELECT failures, locked_boot, locked_until_ms, locked_for_ms FROM login_lockout
            WHERE staff = ? AND origin = ?
            """, account(staff), origin.name
        ) {
            Lockout(
                failures: try $0[0], boot: try $0[1], untilMilliseconds: try $0[2], forMilliseconds: try $0[3])
        } ?? Lockout()
    }

    /// Writes them.
    func setLockout(_ lockout: Lockout, of staff: ID<StaffMember>?, from origin: LoginOrigin) throws {
        try run(
            """
            INSERT INTO login_lockout (staff, origin, failures, locked_boot, locked_until_ms, locked_for_ms)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (staff, origin) DO UPDATE SET failures = excluded.failures, locked_boot = excluded.locked_boot,
                locked_until_ms = excluded.locked_until_ms, locked_for_ms = excluded.locked_for_ms
            """,
            account(staff), origin.name, lockout.failures, lockout.boot, lockout.untilMilliseconds,
            lockout.forMilliseconds)
    }

    /// Forgives the wrong PINs from one origin.
    func liftLockout(of staff: ID<StaffMember>?, from origin: LoginOrigin) throws {
        try run("DELETE FROM login_lockout WHERE staff = ? AND origin = ?", account(staff), origin.name)
    }

    /// Forgives the wrong PINs for somebody, wherever they came from.
    func liftLockouts(of staff: ID<StaffMember>) throws {
        try run("DELETE FROM login_lockout WHERE staff = ?", account(staff))
    }

    private func account(_ staff: ID<StaffMember>?) -> [UInt8] {
        staff.map { id in withUnsafeBytes(of: id.uuid.uuid) { Array($0) } } ?? []
    }
}
