internal import Crypto

extension Connection {
    /// The province that the organiser has taken in; nil before that.
    func province() throws -> ProvinceSettings? {
        try first("SELECT url, sign_key, age_key, ca FROM province") { row in
            guard let signKey = try? MinisignPublicKey(text: try row[1]),
                let ageKey = try? AgreementPublicKey(ageText: try row[2])
            else { throw StoreError.corrupt("province.sign_key") }
            return ProvinceSettings(url: try row[0], signKey: signKey, ageKey: ageKey, ca: try row[3])
        }
    }
}
