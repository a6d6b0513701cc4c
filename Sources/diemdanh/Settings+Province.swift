import Crypto
import Program
import Store

extension Settings {
    /// The `province` block: keys as `diemdanh-province init` prints them.
    struct Province: Decodable {
        var url: String?
        var signKey: String
        var ageKey: String
        var ca: String?
        var token: String?

        enum CodingKeys: String, CodingKey {
            case url, ca, token
            case signKey = "sign_key"
            case ageKey = "age_key"
        }
    }

    /// The province with its keys read; nil where the settings name none.
    ///
    /// Throws ``Failure`` for a key that cannot be one: better at the start than when the record is to leave.
    func provinceSettings() throws -> ProvinceSettings? {
        guard let province else { return nil }
        guard let signKey = try? MinisignPublicKey(text: province.signKey) else {
            throw Failure.refused("province.sign_key is no minisign public key (RWQ…)")
        }
        guard let ageKey = try? AgreementPublicKey(ageText: province.ageKey) else {
            throw Failure.refused("province.age_key is no age public key (age1…)")
        }
        return ProvinceSettings(
            url: province.url, signKey: signKey, ageKey: ageKey, ca: province.ca, token: province.token)
    }
}
