/// The administrative units of Viet Nam in two snapshots: `2024` with districts, and `2025-07` without.
///
/// A value of about 3 MB, made once from `admin-units.tsv`; the module reads no file itself.
package struct AdministrativeUnits: Sendable {
    /// The snapshot in force since 1 July 2025.
    package static let currentSnapshot = "2025-07"
    /// The units of 2021–2024, in which the communes of that time are stored.
    package static let districtSnapshot = "2024"

    let units: [AdministrativeUnit]
    private let indexByCode: [UnitCode: Int]
    /// Indices into `units`, ordered by key.
    private let byKey: [Int]

    /// Reads the table; a line that is none of its kinds is left out.
    package init(tsv: String) {
        var reader = UnitTableReader()
        for line in tsv.split(whereSeparator: \.isNewline) {
            reader.read(line)
        }
        let units = reader.units
        self.units = units
        indexByCode = Dictionary(units.indices.map { (units[$0].unit, $0) }) { first, _ in first }
        byKey = units.indices.sorted { units[$0].key < units[$1].key }
    }

    /// The unit of a code; nil for an unknown code or snapshot.
    package subscript(_ code: UnitCode) -> AdministrativeUnit? {
        indexByCode[code].map { units[$0] }
    }

    /// The unit with what it lies in: `Xã Tiến Xuân, Huyện Thạch Thất, Thành phố Hà Nội`.
    package func fullName(of code: UnitCode) -> String? {
        guard let index = indexByCode[code] else { return nil }
        return lineage(of: index).map { units[$0].name }.joined(separator: ", ")
    }

    /// The communes of a district or a province, in the order of their codes.
    package func communes(in code: UnitCode) -> [AdministrativeUnit] {
        guard let index = indexByCode[code] else { return [] }
        return units.indices.filter { units[$0].level == .commune && lineage(of: $0).contains(index) }
            .map { units[$0] }
    }

    /// The commune or province in the units since 1 July 2025; nil for a district, and where the successor is unknown.
    package func restated(_ code: UnitCode) -> RestatedUnit? {
        guard let unit = self[code] else { return nil }
        if code.snapshot == Self.currentSnapshot {
            return RestatedUnit(unit: code, isApproximate: false, isAssumed: false)
        }
        return unit.successor.map {
            RestatedUnit(
                unit: UnitCode(code: $0.code, snapshot: Self.currentSnapshot), isApproximate: $0.isApproximate,
                isAssumed: $0.isAssumed)
        }
    }

    /// The unit, what it is called in the other snapshot, and the units that became it.
    package func counterparts(of code: UnitCode) -> Set<UnitCode> {
        var same: Set<UnitCode> = [code]
        if code.snapshot == Self.currentSnapshot {
            same.formUnion(units.filter { $0.successor?.code == code.code }.map(\.unit))
        } else if let now = restated(code) {
            same.insert(now.unit)
        }
        return same
    }

    /// The unit, then its district, then its province.
    func lineage(of index: Int) -> [Int] {
        Array(sequence(first: index) { units[$0].parent })
    }

    func index(of code: UnitCode) -> Int? { indexByCode[code] }

    /// The places of all units with this folded name, in every snapshot and level.
    func indices(named key: String) -> ArraySlice<Int> {
        let start = byKey.partitioningIndex { units[$0].key >= key }
        let end = byKey.partitioningIndex { units[$0].key > key }
        return byKey[start..<end]
    }
}
