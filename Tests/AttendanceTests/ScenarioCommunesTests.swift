import Foundation
import Testing

@testable import Attendance

/// The communes in the CSV rosters of the scenarios, against the figures their programmes published.
struct ScenarioCommunesTests {
    private let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../Fixtures/scenarios")

    /// The rows of a roster without quotes, by column heading.
    private func rows(_ path: String) throws -> [[String: String]] {
        let text = try String(contentsOf: scenarios.appending(path: path), encoding: .utf8).dropFirst()
        let lines = text.split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
        let header = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
    }

    /// `commune_2024` of a roster in expected.json.
    private func expectedCodes(_ scenario: String, part: String) throws -> Set<String> {
        let data = try Data(contentsOf: scenarios.appending(path: "\(scenario)/expected.json"))
        var value = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        for key in ["parts", part, "roster.csv", "totals", "commune_2024"] {
            value = value?[key] as? [String: Any]
        }
        return Set(try #require(value).keys)
    }

    private func matches(_ path: String, in area: EventArea) throws -> [UnitMatch] {
        let units = try AdministrativeUnitsTests.table.get()
        return try rows(path).compactMap { row in
            guard let commune = row["Xã, phường"] ?? row["Xã, thị trấn"], !commune.isEmpty else { return nil }
            return units.resolve(commune: commune, district: row["Huyện, TP"], in: area)
        }
    }

    @Test(arguments: ["lop-1", "lop-2", "lop-3", "lop-5", "lop-6", "tham-quan"])
    func communeAndDistrictColumnsOfQuangNinhAreAllFound(part: String) throws {
        let found = try matches("quang-ninh-2024/\(part)/roster.csv", in: EventArea(snapshot: "2024"))
        #expect(found.allSatisfy { $0.isFound })
        #expect(Set(found.compactMap { $0.unit?.code }) == (try expectedCodes("quang-ninh-2024", part: part)))
    }

    @Test(arguments: ["t2-quan-tri-bo-sung", "t4-can-bo-ho-tro", "t6-khoa-hoc-ky-thuat", "t7-thuong-mai-dien-tu"])
    func communeColumnOfChoMoiIsDecidedByTheVenue(part: String) throws {
        let choMoi = EventArea(snapshot: "2024", venue: UnitCode(code: "02086", snapshot: "2024"))
        let found = try matches("cho-moi-2024/\(part)/roster.csv", in: choMoi)
        #expect(found.allSatisfy { $0.isFound })
        #expect(Set(found.compactMap { $0.unit?.code }) == (try expectedCodes("cho-moi-2024", part: part)))
    }
}
