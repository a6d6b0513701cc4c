import Yams

extension Settings {
    /// The names that the settings know, and those of each block.
    private static let blocks: [String: [String]] = [
        "": [
            "data", "www", "listen", "tls_listen", "kiosk_listen", "tls", "hosts", "trusted_nat", "staff_networks",
            "backup", "province", "lrs", "webhook", "log",
        ],
        "tls": ["certificate", "key"], "backup": ["second"],
        "province": ["url", "sign_key", "age_key", "ca", "token"],
        "lrs": ["url", "username", "password", "token", "ca"], "webhook": ["url", "secret", "ca"], "log": ["level"],
    ]

    /// The names in a settings file that no setting has, each with those known at its place: slips of the pen, or
    /// settings of a later version. They do nothing.
    static func unknownNames(_ text: String) -> [String] {
        guard let top = try? compose(yaml: text)?.mapping else { return [] }
        var unknown: [String] = []
        for (block, known) in blocks {
            let names = (block.isEmpty ? top : top[Node(block)]?.mapping)?.keys.compactMap(\.string) ?? []
            for name in names where !known.contains(name) {
                let place = block.isEmpty ? "" : " under \(block)"
                unknown.append("\(name)\(place) (known there: \(known.joined(separator: ", ")))")
            }
        }
        return unknown.sorted()
    }
}
