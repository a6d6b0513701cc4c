/// The official ethnic groups, recognised by any of the names in use.
package struct EthnicGroups: Sendable {
    package let all: [EthnicGroup]
    private let byKey: [String: EthnicGroup]

    /// Reads `ethnic-groups.tsv`: code, name, and other names separated by `;`. Lines with `#` are comments.
    ///
    /// A line without a code and a name is left out.
    package init(tsv: String) {
        var all: [EthnicGroup] = []
        var byKey: [String: EthnicGroup] = [:]
        for line in tsv.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 2 else { continue }
            let group = EthnicGroup(code: String(fields[0]), name: String(fields[1]))
            all.append(group)
            let others = fields.count > 2 ? fields[2].split(separator: ";") : []
            for name in [fields[1]] + others {
                let key = Self.key(String(name))
                // An official name is never taken over by an earlier group's alias.
                if byKey[key] == nil || name == fields[1] { byKey[key] = group }
            }
        }
        (self.all, self.byKey) = (all, byKey)
    }

    /// The group a form names: `mường`, `H'Mông`, `dân tộc Tày`, `Cao Lan`. Nil when it is no known name.
    package func group(named text: String) -> EthnicGroup? {
        let key = Self.key(text)
        guard key.hasPrefix("dantoc") else { return byKey[key] }
        return byKey[key] ?? byKey[String(key.dropFirst(6))]
    }

    /// Folded, letters only: `Gié-Triêng`, `Gie Trieng` and `Gié - Triêng` are one.
    private static func key(_ text: String) -> String {
        VietnameseText.folded(text).filter(\.isLetter)
    }
}
