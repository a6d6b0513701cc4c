import Store

/// What was read of a province's line, and what becomes of the record by it.
struct ProvinceChangeOutput: Encodable {
    let province: ProvinceOutput
    /// Who receives the record until now.
    let current: ProvinceOutput
    /// Bundles that go to the new one.
    let waiting: Int
    /// Bundles that the one until now has confirmed and that are not sent again.
    let confirmed: Int
    /// People whose citizen number only the one until now can read.
    let sealedToAnother: Int

    init(_ change: ProvinceChange, to province: ProvinceSettings) {
        self.province = ProvinceOutput(province, fromSettingsFile: false)
        current = ProvinceOutput(change.current, fromSettingsFile: false)
        (waiting, confirmed, sealedToAnother) = (change.waiting, change.confirmed, change.sealedToAnother)
    }

    enum CodingKeys: String, CodingKey {
        case province, current, waiting, confirmed
        case sealedToAnother = "sealed_to_another"
    }
}
