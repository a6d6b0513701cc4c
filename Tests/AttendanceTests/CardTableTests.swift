import Foundation
import Testing

@testable import Attendance

/// The lines of cards and what they say, by which the reader of the offline desk is tested too. All people are invented.
struct CardTableTests {
    struct Line: Decodable, CustomTestStringConvertible {
        let line: String
        let card: Card?
        let reason: String?

        var testDescription: String { line }
    }

    struct Card: Decodable, Equatable {
        let name: String?
        let birthDate: String
        let sex: Sex
        let commune: String
        let warnings: [String]

        enum CodingKeys: String, CodingKey {
            case name, sex, commune, warnings
            case birthDate = "birth_date"
        }
    }

    @Test(arguments: try lines())
    func lineIsReadAsTheTableSays(line: Line) {
        let read = Result { () throws(CitizenCardError) in try CitizenCard(line: line.line) }
        switch read {
        case .success(let card):
            let found = Card(
                name: card.name, birthDate: card.birth.iso, sex: card.sex, commune: card.address,
                warnings: card.warnings.map(\.rawValue))
            #expect(found == line.card)
        case .failure(let error): #expect(error.rawValue == line.reason)
        }
    }

    private static func lines() throws -> [Line] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/cards/lines.json")
        return try JSONDecoder().decode([Line].self, from: try Data(contentsOf: file))
    }
}
