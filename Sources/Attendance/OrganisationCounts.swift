/// How many of the invited organisations, and of the communes' offices, had somebody at the event.
///
/// An organisation is present when at least one of its delegates is; one that came with walk-ins only is counted beside
/// the registered ones, never inside.
package struct OrganisationCounts: Encodable, Equatable, Sendable {
    /// Of the sheets that list organisations, of the whole roster where none does.
    package let organisations: Turnout
    /// Offices of communes (UBND xã, phường) on any sheet.
    package let wards: Turnout

    /// Registered ones, and those who came.
    package struct Turnout: Encodable, Equatable, Sendable {
        package let registered: Int
        package let present: Int
        /// Names in the order of the alphabet.
        package let absent: [String]
        /// Came with walk-ins only.
        package let walkIn: Int

        enum CodingKeys: String, CodingKey {
            case registered, present, absent
            case walkIn = "walk_in"
        }
    }

    init(_ register: Register) {
        let sheets = register.event.definition.organisationSheets ?? []
        let isListed = { (row: Register.Row) in sheets.isEmpty || sheets.contains(row.sheet ?? "") }
        organisations = Turnout(register.rows.filter { $0.enrolment.isWalkIn ? !Self.isWard($0) : isListed($0) })
        wards = Turnout(register.rows.filter(Self.isWard))
    }

    private static func isWard(_ row: Register.Row) -> Bool {
        let name = VietnameseText.folded(row.organisation ?? "")
        return ["ubnd", "uy ban nhan dan"].contains { office in
            ["phuong", "xa", "thi tran", "dac khu"].contains { name.hasPrefix("\(office) \($0) ") }
        }
    }
}

extension OrganisationCounts.Turnout {
    /// Counts organisations by their folded names.
    fileprivate init(_ rows: [Register.Row]) {
        var names: [String: String] = [:]
        var (came, walkIns): (Set<String>, Set<String>) = ([], [])
        for row in rows {
            guard let organisation = row.organisation else { continue }
            let key = VietnameseText.folded(organisation)
            if row.enrolment.isWalkIn {
                if row.attendances > 0 { walkIns.insert(key) }
            } else {
                names[key] = organisation
                if row.attendances > 0 { came.insert(key) }
            }
        }
        (registered, present) = (names.count, came.count)
        absent = names.filter { !came.contains($0.key) }.map(\.value)
            .sorted { SortKey($0, by: .fullName) < SortKey($1, by: .fullName) }
        walkIn = walkIns.subtracting(names.keys).count
    }
}

extension Register.Row {
    /// How many sessions the person attended, late ones too.
    var attendances: Int { records.count { $0.status == .present || $0.status == .late } }
}
