internal import Attendance
internal import Crypto

/// Takes in who receives the record from now on; it is used at once, and written into the ledger.
///
/// What waits goes to the new one: bundles that were carried to another or were refused there wait again.
package struct SetProvince: Command {
    package let province: ProvinceSettings
    package let actor: Actor

    package init(_ province: ProvinceSettings, actor: Actor) {
        (self.province, self.actor) = (province, actor)
    }

    /// False if it was so already.
    package func execute(in transaction: Transaction) throws -> Bool {
        let connection = transaction.connection
        let known = try connection.province()
        if known == province { return false }
        if let known { try connection.keepKey(known.ageKey.ageText) }
        try connection.run(
            "INSERT OR REPLACE INTO province (only, url, sign_key, age_key, ca) VALUES (1, ?, ?, ?, ?)", province.url,
            province.signKey.line, province.ageKey.ageText, province.ca)
        let isAnother = known.map { $0.signKey != province.signKey || $0.ageKey != province.ageKey } ?? false
        try connection.letWaitAgain(isAnother: isAnother, of: connection.boxID())
        var entry = LedgerEntry(.provinceSet, actor: actor, in: transaction)
        entry.detail = "\(province.signKey.line) \(province.ageKey.ageText)"
        try transaction.append(entry)
        (transaction.state.wantsDelivery, transaction.state.wantsBackup) = (true, true)
        return true
    }
}

extension Connection {
    /// Writes down which key the numbers are sealed to, where an earlier version has not.
    fileprivate func keepKey(_ key: String) throws {
        try run(
            "UPDATE participant SET province_key = ? WHERE province_number IS NOT NULL AND province_key IS NULL", key)
    }

    /// What was refused may be welcome now; what was carried to another province has not arrived at this one.
    fileprivate func letWaitAgain(isAnother: Bool, of box: String) throws {
        try run(
            """
            UPDATE bundle SET state = 'waiting', problem = NULL
            WHERE box = ? AND (state = 'refused' OR (state = 'sent' AND ?))
            """, box, isAnother)
        try run("DELETE FROM destination WHERE name = 'province'")
    }
}
