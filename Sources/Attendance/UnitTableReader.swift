/// Reads the lines of `admin-units.tsv`: `@snapshot`, and `code, name, successor` separated by tabs.
///
/// The number of digits is the level; a unit belongs to the last line above it with fewer digits.
struct UnitTableReader {
    private(set) var units: [AdministrativeUnit] = []
    private var snapshot = ""
    private var province: Int?
    private var district: Int?

    mutating func read(_ line: Substring) {
        if line.hasPrefix("@") {
            snapshot = String(line.dropFirst())
            (province, district) = (nil, nil)
        } else if line.first?.isNumber == true {
            readUnit(line.split(separator: "\t", omittingEmptySubsequences: false))
        }
    }

    private mutating func readUnit(_ fields: [Substring]) {
        guard fields.count >= 2 else { return }
        let code = String(fields[0])
        let written = WrittenUnit(String(fields[1]))
        guard let kind = written.kind else { return }
        units.append(
            AdministrativeUnit(
                unit: UnitCode(code: code, snapshot: snapshot), name: "\(kind.rawValue) \(written.name)", kind: kind,
                key: written.key, parent: place(codeLength: code.utf8.count),
                successor: fields.count > 2 ? successor(fields[2], of: code) : nil))
    }

    /// Remembers where a province or district stands, and answers what the unit lies in.
    private mutating func place(codeLength: Int) -> Int? {
        switch codeLength {
        case 2:
            (province, district) = (units.count, nil)
            return nil
        case 3:
            district = units.count
            return province
        default:
            return district ?? province
        }
    }

    /// `=` or a code, then `~` for divided and `?` for concluded.
    private func successor(_ field: Substring, of code: String) -> AdministrativeUnit.Successor? {
        let successor = field.prefix { $0 != "~" && $0 != "?" }
        guard !successor.isEmpty else { return nil }
        return AdministrativeUnit.Successor(
            code: successor == "=" ? code : String(successor), isApproximate: field.contains("~"),
            isAssumed: field.contains("?"))
    }
}
