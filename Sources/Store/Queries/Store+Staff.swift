package import Attendance

extension Store {
    /// Everybody who may log in.
    package func staff() throws(StoreError) -> [StaffMember] {
        try read { try $0.staff() }
    }

    /// Who has this name; nil for nobody.
    package func staffMember(named name: String) throws(StoreError) -> StaffMember? {
        try read { try $0.staff(named: name) }
    }

    /// Milliseconds until a PIN is taken again from there; 0 if one is taken now. `staff` is nil for a PIN without a name.
    package func lockout(
        of staff: ID<StaffMember>?, from origin: LoginOrigin, _ now: ClockReading
    ) throws(StoreError) -> Int64 {
        try read { try $0.lockout(of: staff, from: origin).remaining(now) }
    }

    /// Whether somebody has signed in before where this token is kept.
    package func isKnown(browser token: String, of staff: ID<StaffMember>) throws(StoreError) -> Bool {
        try read { try $0.isKnown(browser: token, of: staff) }
    }

    /// The login of a token; nil if there is none or it has ended.
    package func staffSession(token: String, now: ClockReading) throws(StoreError) -> StaffSession? {
        try read { try $0.staffSession(tokenHash: Token.hash(token), now) }
    }

    /// The device of a token; nil for an unknown or revoked one, or after the last day of its event.
    ///
    /// As long as the time is not confirmed no device is refused by time.
    package func station(token: String, now: ClockReading) throws(StoreError) -> Station? {
        try read { connection in
            guard let station = try connection.station(tokenHash: Token.hash(token)), !station.isRevoked else {
                return nil
            }
            guard let time = try Timeline(connection).trueTime(now),
                let end = try connection.lastEnd(of: station.event)
            else { return station }
            let offset = VietnamTime.offsetMinutes
            return time.date(offsetMinutes: offset) > end.date(offsetMinutes: offset) ? nil : station
        }
    }

    /// The device that a one-time token waits for; looking does not use the token up.
    package func waitingStation(oneTimeToken: String, now: ClockReading) throws(StoreError) -> Station? {
        try read { try $0.station(oneTimeToken: oneTimeToken, now) }
    }

    /// Every device, in the order of their names.
    package func stations() throws(StoreError) -> [Station] {
        try read { try $0.stations() }
    }

    /// The newest scans of a device, the last one first.
    ///
    /// - Throws: `.notFound(.station)`.
    package func scans(ofStation name: String, limit: Int) throws(StoreError) -> [Register.ScanLine] {
        try read { connection in
            guard let station = try connection.station(named: name) else { throw StoreError.notFound(.station) }
            return try connection.scans(of: station.id, limit: limit)
        }
    }

    /// Whether a program may call with this token.
    package func isAPIToken(_ token: String) throws(StoreError) -> Bool {
        try read {
            try $0.first("SELECT 1 FROM api_token WHERE token_hash = ?", Token.hash(token)) { _ in true } ?? false
        }
    }
}
