import Attendance
import Documents
import Testing

/// Every roster of the scenarios gives the figures of its expected.json.
@Suite struct ScenarioRosterTests {
    static let rosters: [ExpectedRoster] = {
        let folders = ["tien-xuan-2024", "quang-ninh-2024", "hai-ba-trung-2024", "son-tay-2023", "cho-moi-2024"]
        return folders.flatMap { (try? ExpectedRoster.all(in: $0)) ?? [] }
    }()

    private func read(_ expected: ExpectedRoster) throws -> Roster {
        try RosterFile.read(
            try Fixtures.bytes("\(expected.folder)/\(expected.file)"), sheet: expected.sheet,
            context: try Fixtures.context(expected.folder))
    }

    @Test func noScenarioIsMissing() {
        #expect(Self.rosters.count == 24)
    }

    @Test(arguments: rosters) func everyRowIsImportedRejectedOrADuplicate(_ expected: ExpectedRoster) throws {
        let roster = try read(expected)
        let figures = expected.figures
        let imported = figures.unique_persons ?? figures.rows_imported
        #expect(roster.entries.count == imported)
        #expect(roster.entries.count == roster.sheets.map(\.entries).reduce(0, +))
        #expect(roster.report.duplicates.count == figures.duplicates?.count ?? figures.rows_imported - imported)
        if let duplicates = figures.duplicates {
            let found = roster.report.duplicates.map { ExpectedRoster.Duplicate(row: $0.row, of: $0.of) }
            #expect(found == duplicates)
        }
        let rejected = roster.report.rejected.map { ExpectedRoster.Rejected(row: $0.row, reason: $0.message) }
        #expect(rejected == figures.rows_rejected ?? [])
    }

    @Test(arguments: rosters.filter { $0.figures.rows_skipped != nil })
    func rowsThatAreNoPeopleAreSkippedForTheRightReason(_ expected: ExpectedRoster) throws {
        let skipped = try read(expected).report.skipped
        let reasons = expected.figures.rows_skipped ?? []
        for reason in reasons {
            #expect(skipped.contains { reason.rows.contains($0.row) && $0.why == reason.why }, "\(reason)")
        }
        for row in skipped {
            #expect(reasons.contains { $0.rows.contains(row.row) && $0.why == row.why }, "\(row)")
        }
    }

    @Test(arguments: rosters.filter { $0.figures.header_rows != nil })
    func headerRowsAreFound(_ expected: ExpectedRoster) throws {
        let sheet = try #require(try read(expected).sheets.first { !$0.headerRows.isEmpty })
        #expect(sheet.headerRows == expected.figures.header_rows)
    }

    @Test(arguments: rosters.filter { $0.figures.totals != nil })
    func peopleAreCountedBySexEthnicGroupAndCommune(_ expected: ExpectedRoster) throws {
        let entries = try read(expected).entries
        let totals = try #require(expected.figures.totals)
        #expect(entries.count == totals.persons)
        for (name, number) in totals.sex ?? [:] {
            #expect(entries.count { $0.sex == (name == "Nữ" ? .female : .male) } == number, "\(name)")
        }
        if let ethnic = totals.ethnic {
            #expect(Dictionary(grouping: entries) { $0.ethnicity ?? "" }.mapValues(\.count) == ethnic)
        }
        if let communes = totals.commune_2024 {
            #expect(Dictionary(grouping: entries) { $0.communeUnit?.code ?? "" }.mapValues(\.count) == communes)
        }
    }

    @Test(arguments: rosters.filter { $0.figures.totals?.commune_now != nil })
    func communesAreRestatedInTheUnitsOfToday(_ expected: ExpectedRoster) throws {
        let units = try Fixtures.context(expected.folder).units
        let restated = try read(expected).entries.compactMap { $0.communeUnit.flatMap(units.restated) }
        let totals = try #require(expected.figures.totals)
        #expect(Dictionary(grouping: restated) { $0.unit.code }.mapValues(\.count) == totals.commune_now)
        if let approximate = totals.commune_now_approximate {
            #expect(restated.count { $0.isApproximate } == approximate)
        }
    }

    @Test func organisationsOfHaiBaTrungAreCountedByFormAndWard() throws {
        let expected = try #require(Self.rosters.first { $0.figures.by_form != nil })
        let organisations = Dictionary(grouping: try read(expected).entries) { $0.organisation ?? "" }
        let forms = Dictionary(grouping: organisations.keys, by: Self.form).mapValues(\.count)
        #expect(forms == expected.figures.by_form)
        let households = forms["Hộ kinh doanh"]
        #expect(households == expected.figures.by_kind?["household"])
        #expect(organisations.count - (households ?? 0) == expected.figures.by_kind?["company"])
        let wards = Dictionary(grouping: organisations.values) { $0.first?.communeUnit?.code ?? "" }
        #expect(wards.mapValues(\.count) == expected.figures.organisations_by_ward_2024)
    }

    private static func form(of organisation: String) -> String {
        if organisation.hasPrefix("Công ty TNHH") { return "TNHH" }
        return organisation.hasPrefix("Công ty") || organisation.hasPrefix("CTCP") ? "CTCP" : "Hộ kinh doanh"
    }

    @Test(arguments: rosters.filter { $0.figures.citizen_number_missing != nil })
    func missingCitizenNumbersAreCounted(_ expected: ExpectedRoster) throws {
        let roster = try read(expected)
        #expect(roster.entries.count { $0.citizenNumber == nil } == expected.figures.citizen_number_missing)
        let warned = roster.report.warnings.filter { $0.field == "citizen_number" }
        #expect(warned.count == expected.figures.citizen_number_missing)
    }

    @Test(arguments: rosters.filter { $0.figures.year_only_births != nil })
    func birthsWithoutADayAreCounted(_ expected: ExpectedRoster) throws {
        let entries = try read(expected).entries
        #expect(entries.allSatisfy { $0.birth != nil })
        #expect(entries.count { $0.birth?.day == nil } == expected.figures.year_only_births)
    }

    @Test func theRowsOfTienXuanThatNeedALookAreNamed() throws {
        let expected = try #require(Self.rosters.first { $0.folder == "tien-xuan-2024" })
        let roster = try read(expected)
        let missing = roster.report.warnings.filter { $0.code == "missing" }.map(\.row)
        #expect(missing == expected.figures.citizen_number_missing_rows)
        let unsure = roster.report.warnings.filter { $0.code == "needs_confirmation" }.map(\.row)
        #expect(unsure == expected.figures.commune_needs_confirmation?.map(\.row))
        for commune in expected.figures.commune_needs_confirmation ?? [] {
            let entry = try #require(roster.entries.first { $0.row == commune.row })
            #expect(entry.communeUnit == UnitCode(code: commune.commune_2024, snapshot: "2024"))
        }
        #expect(roster.report.warnings.count == 6)
    }

    @Test func badlyTypedNamesAreRepairedAndReported() throws {
        let expected = try #require(Self.rosters.first { $0.folder == "tien-xuan-2024" })
        let roster = try read(expected)
        for name in expected.figures.names ?? [] {
            let entry = try #require(roster.entries.first { $0.row == name.row })
            #expect(entry.name == name.normalised)
            let repairs = roster.report.repaired.filter { $0.row == name.row && $0.column == "name" }
            #expect(repairs.last?.to == name.normalised)
        }
        let reasons = roster.report.repaired.filter { $0.column == "name" }.map(\.why)
        #expect(reasons == ["spaces", "capitals", "eth_letter"])
    }

    @Test func twoDelegatesShareTheMergedOrganisation() throws {
        let entries = try RosterFile.read(
            try Fixtures.bytes("hai-ba-trung-2024/roster.xlsx"), sheet: "DN - HKD",
            context: try Fixtures.context("hai-ba-trung-2024")
        ).entries
        for rows in [[24, 25], [27, 28], [29, 30], [33, 34], [123, 124], [145, 146]] {
            let pair = entries.filter { rows.contains($0.row) }
            #expect(pair.count == 2)
            #expect(pair.first?.organisation == pair.last?.organisation && pair.first?.organisation != nil)
            #expect(pair.first?.communeUnit == pair.last?.communeUnit)
        }
        #expect(Set(entries.map(\.organisation)).count == 150)
    }

    @Test func organisationAndAddressInOneColumnAreSeparated() throws {
        let entries = try RosterFile.read(
            try Fixtures.bytes("tien-xuan-2024/roster.xlsx"), context: try Fixtures.context("tien-xuan-2024")
        ).entries
        let twentieth = try #require(entries.first { $0.row == 20 })
        #expect(twentieth.organisation == "HTX dược liệu Suối Ví")
        #expect(twentieth.address == "thôn Suối Ví, xã Tiến Xuân, H. Thạch Thất")
        #expect(twentieth.commune == "Xã Tiến Xuân")
        #expect(twentieth.birth == BirthDate(year: 1996))
        #expect(twentieth.phone == "0980000096")
        #expect(twentieth.citizenNumber == "001196000001")
    }

    @Test func thePeopleOfSixClassesAndATourAre193() throws {
        var known = SamePerson()
        var people = 0
        for part in ["lop-1", "lop-2", "lop-3", "lop-4", "lop-5", "lop-6", "tham-quan"] {
            let folder = "quang-ninh-2024/\(part)"
            let bytes = try Fixtures.bytes("\(folder)/roster.csv")
            for entry in try RosterFile.read(bytes, context: try Fixtures.context(folder)).entries {
                guard known.position(of: entry) == nil else { continue }
                known.append(entry)
                people += 1
            }
        }
        #expect(people == 193)
    }
}
