package import Attendance

/// A login: 15 minutes without use end it, and 12 hours in any case; so does a restart of the box.
package struct StaffSession: Hashable, Sendable {
    package let staff: StaffMember
    /// What calls by cookie must show beside it.
    package let csrf: String
    package let station: ID<Station>?
    /// When it ends whatever is done, by the boot clock.
    package let endsAtBootMilliseconds: Int64

    static let idleMilliseconds: Int64 = 15 * 60_000
    package static let longestMilliseconds: Int64 = 12 * 3_600_000
}

extension Connection {
    /// The session of a token; nil if there is none or it has ended.
    func staffSession(tokenHash: [UInt8], _ now: ClockReading) throws -> StaffSession? {
        try first(
            """
            SELECT staff.id, name, role, pin_hash, csrf, station, started_ms FROM staff_session JOIN staff ON staff.id = staff
            WHERE token_hash = ? AND boot = ? AND used_ms > ? AND started_ms > ?
            """,
            tokenHash, now.boot, now.bootMilliseconds - StaffSession.idleMilliseconds,
            now.bootMilliseconds - StaffSession.longestMilliseconds
        ) {
            StaffSession(
                staff: try StaffMember($0), csrf: try $0[4], station: try $0[5],
                endsAtBootMilliseconds: try $0[6] + StaffSession.longestMilliseconds)
        }
    }
}
