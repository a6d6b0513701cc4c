import Exchange
import Store

/// The line of a province, as it was scanned or pasted.
struct ProvinceInput: Decodable {
    let line: String

    /// Throws 422 with a code of its own for each thing that can be wrong with it.
    func settings() throws(Problem) -> ProvinceSettings {
        let line: ProvinceLine
        do {
            line = try ProvinceLine(text: self.line)
        } catch {
            throw Problem(error)
        }
        return ProvinceSettings(url: line.url, signKey: line.signKey, ageKey: line.ageKey, ca: line.ca)
    }
}

extension Problem {
    fileprivate init(_ error: ProvinceLineError) {
        switch error {
        case .foreign:
            self.init(422, "line_foreign", "This is no settings line of a province (diemdanh-province-1|…).")
        case .truncated: self.init(422, "line_truncated", "The settings line ends early. Copy all of it.")
        case .changed: self.init(422, "line_changed", "The settings line was changed. Copy it again.")
        case .unknownVersion: self.init(422, "line_unknown_version", "A newer program has made the settings line.")
        case .badAddress: self.init(422, "line_bad_address", "The province's address is not https.")
        case .badAuthority:
            self.init(422, "line_bad_authority", "The line has no usable pin or certificate.")
        }
    }
}
