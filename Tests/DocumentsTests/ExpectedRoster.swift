import Attendance
import Foundation
import Testing

/// One roster of the scenarios with the figures a correct program gets.
struct ExpectedRoster: CustomTestStringConvertible, Sendable {
    let folder: String
    let file: String
    let sheet: String?
    let figures: Figures

    var testDescription: String { "\(folder)/\(file) \(sheet ?? "")" }

    /// What expected.json says about a roster; what it leaves out is nil.
    struct Figures: Decodable, Sendable {
        var header_rows: [Int]?
        var rows_imported: Int
        var unique_persons: Int?
        var rows_rejected: [Rejected]?
        var rows_skipped: [Skipped]?
        var duplicates: [Duplicate]?
        var totals: Totals?
        var citizen_number_missing: Int?
        var citizen_number_missing_rows: [Int]?
        var commune_needs_confirmation: [Commune]?
        var names: [Name]?
        var year_only_births: Int?
        var by_kind: [String: Int]?
        var by_form: [String: Int]?
        var organisations_by_ward_2024: [String: Int]?
    }

    struct Rejected: Decodable, Hashable, Sendable { var row: Int, reason: String }
    struct Duplicate: Decodable, Hashable, Sendable { var row: Int, of: Int }
    struct Commune: Decodable, Hashable, Sendable { var row: Int, commune_2024: String }
    struct Name: Decodable, Hashable, Sendable { var row: Int, as_written: String, normalised: String }

    struct Totals: Decodable, Sendable {
        var persons: Int
        var sex: [String: Int]?
        var ethnic: [String: Int]?
        var commune_2024: [String: Int]?
        var commune_now: [String: Int]?
        var commune_now_approximate: Int?
    }

    /// A row, or a range of rows such as "95-103".
    struct Skipped: Decodable, Sendable {
        var rows: ClosedRange<Int>
        var why: String

        enum CodingKeys: CodingKey { case row, why }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            why = try values.decode(String.self, forKey: .why)
            if let row = try? values.decode(Int.self, forKey: .row) {
                rows = row...row
            } else {
                let ends = try values.decode(String.self, forKey: .row).split(separator: "-").compactMap { Int($0) }
                rows = try #require(ends.first)...(try #require(ends.last))
            }
        }
    }
}

extension ExpectedRoster {
    private struct File: Decodable {
        var files: [String: Sheets]?
        var parts: [String: [String: Ignored<Figures>]]?
    }

    private struct Sheets: Decodable {
        var sheet: String?
        var sheets: [String: Ignored<Figures>]?
        var figures: Ignored<Figures>

        enum CodingKeys: CodingKey { case sheet, sheets }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            sheet = try values.decodeIfPresent(String.self, forKey: .sheet)
            sheets = try values.decodeIfPresent([String: Ignored<Figures>].self, forKey: .sheets)
            figures = try Ignored(from: decoder)
        }
    }

    /// Nil for a file that is no roster.
    private struct Ignored<Value: Decodable>: Decodable {
        var value: Value?
        init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
    }

    /// Every roster and sheet of a scenario that has figures.
    static func all(in folder: String) throws -> [ExpectedRoster] {
        let file = try JSONDecoder().decode(File.self, from: Data(try Fixtures.bytes("\(folder)/expected.json")))
        let single = (file.files ?? [:]).flatMap { name, content -> [ExpectedRoster] in
            let whole = ExpectedRoster(folder, name, content.sheet, content.figures)
            let sheets = (content.sheets ?? [:]).map { ExpectedRoster(folder, name, $0.key, $0.value) }
            return ([whole] + sheets).compactMap(\.self)
        }
        let parts = (file.parts ?? [:]).flatMap { part, files in
            files.compactMap { ExpectedRoster("\(folder)/\(part)", $0.key, nil, $0.value) }
        }
        return (single + parts).sorted { $0.testDescription < $1.testDescription }
    }

    private init?(_ folder: String, _ file: String, _ sheet: String?, _ figures: Ignored<Figures>) {
        let isRoster = file.hasPrefix("roster") || file.hasPrefix("population")
        guard isRoster, let value = figures.value, value.rows_imported > 0 else { return nil }
        (self.folder, self.file, self.sheet, self.figures) = (folder, file, sheet, value)
    }
}
