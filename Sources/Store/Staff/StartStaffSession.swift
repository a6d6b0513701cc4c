package import Attendance

/// Logs somebody in whose PIN was right.
package struct StartStaffSession: Command {
    package let staff: ID<StaffMember>
    /// The device, if it is enrolled.
    package let station: ID<Station>?
    package let origin: LoginOrigin
    /// What the browser has kept of an earlier login, of whomever.
    package let browser: String?

    package init(
        staff: ID<StaffMember>, station: ID<Station>? = nil, from origin: LoginOrigin = .box, browser: String? = nil
    ) {
        (self.staff, self.station, self.origin, self.browser) = (staff, station, origin, browser)
    }

    /// What the browser keeps.
    package struct Answer: Sendable {
        package let token: String
        package let csrf: String
        package let staff: StaffMember
        /// By which the box knows this browser again; nil where it knows the place already.
        package let browser: String?
    }

    package func execute(in transaction: Transaction) throws -> Answer {
        let connection = transaction.connection
        guard let member = try connection.staff(staff) else { throw StoreError.notFound(.staff) }
        try connection.removeEndedSessions(transaction.now)
        try connection.liftLockout(of: staff, from: origin)
        let answer = Answer(
            token: Token.make(), csrf: Token.make(), staff: member,
            browser: origin == .elsewhere ? try connection.remember(browser: browser, of: staff) : nil)
        try connection.run(
            """
            INSERT INTO staff_session (token_hash, staff, station, csrf, boot, started_ms, used_ms)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            Token.hash(answer.token), staff, station, answer.csrf, transaction.now.boot,
            transaction.now.bootMilliseconds, transaction.now.bootMilliseconds)
        return answer
    }
}

extension Connection {
    fileprivate func removeEndedSessions(_ now: ClockReading) throws {
        try run(
            "DELETE FROM staff_session WHERE boot <> ? OR used_ms <= ? OR started_ms <= ?", now.boot,
            now.bootMilliseconds - StaffSession.idleMilliseconds,
            now.bootMilliseconds - StaffSession.longestMilliseconds)
    }
}
