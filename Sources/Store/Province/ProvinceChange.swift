internal import Attendance
internal import Crypto

/// What becomes of the record when another province is to receive it.
package struct ProvinceChange: Hashable, Sendable {
    /// Who receives it until now; nil where nobody does.
    package let current: ProvinceSettings?
    /// Bundles that no receipt has confirmed: they go to the new one.
    package let waiting: Int
    /// Bundles that the one until now has confirmed: they are not sent again.
    package let confirmed: Int
    /// People whose citizen number only the one until now can read.
    package let sealedToAnother: Int
}

extension Store {
    /// What would become of the record if this province were to receive it from now on.
    package func change(to province: ProvinceSettings) throws(StoreError) -> ProvinceChange {
        try read { connection in
            let current = try self.province(connection)
            let bundles = try connection.bundles(of: self.box.id)
            let isSame = current?.signKey == province.signKey && current?.ageKey == province.ageKey
            return ProvinceChange(
                current: current, waiting: bundles.count { $0.state != .receipted },
                confirmed: isSame ? 0 : bundles.count { $0.state == .receipted },
                sealedToAnother: try connection.numbersSealed(
                    notTo: province.ageKey.ageText, current: current?.ageKey.ageText))
        }
    }
}

extension Connection {
    /// What no key is written down for was sealed to the one that is in force.
    fileprivate func numbersSealed(notTo key: String, current: String?) throws -> Int {
        try first(
            """
            SELECT count(*) FROM participant
            WHERE province_number IS NOT NULL AND coalesce(province_key, ?, '') <> ?
            """, current, key
        ) { try $0[0] } ?? 0
    }
}
