import Crypto
import Exchange
import Store

/// Who receives the record.
struct ProvinceOutput: Encodable {
    let configured: Bool
    @OrNull var url: String?
    /// The public key that receipts are checked with, as minisign prints it.
    @OrNull var signKey: String?
    /// The public key that bundles and citizen numbers are sealed to.
    @OrNull var ageKey: String?
    /// By what its server proves who it is: `system`, `authority` or `key`.
    @OrNull var trust: String?
    /// Twenty digits to compare with those on the province's own page; null where a file of this machine takes part.
    @OrNull var number: String?
    /// Whether the settings file names it: then it cannot be changed here.
    let fromSettingsFile: Bool

    init(_ settings: ProvinceSettings?, fromSettingsFile: Bool) {
        (configured, url, self.fromSettingsFile) = (settings != nil, settings?.url, fromSettingsFile)
        (signKey, ageKey) = (settings?.signKey.line, settings?.ageKey.ageText)
        trust = settings.map { $0.ca.map { $0.hasPrefix("sha256//") ? "key" : "authority" } ?? "system" }
        number = settings?.line?.number
    }

    /// Of a box.
    init(_ store: Store) throws {
        self.init(try store.province, fromSettingsFile: store.isProvinceOfSettingsFile)
    }

    enum CodingKeys: String, CodingKey {
        case configured, url, trust, number
        case signKey = "sign_key"
        case ageKey = "age_key"
        case fromSettingsFile = "from_settings_file"
    }
}

extension ProvinceSettings {
    /// The same as the province's own line.
    fileprivate var line: ProvinceLine? { try? ProvinceLine(url: url, signKey: signKey, ageKey: ageKey, ca: ca) }
}
