import Foundation
import Testing

@testable import Attendance

/// The table that the desk's page is held against too (`Tests/Browser/test_names.py`): both find the same people.
struct FoldingTableTests {
    private struct Table: Decodable {
        let folded: [Folded]
        let people: [String]
        let searches: [Search]
    }

    private struct Folded: Decodable {
        let text: String
        let key: String
    }

    private struct Search: Decodable {
        let query: String
        let found: [String]
    }

    private let table: Table

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/names/folding.json")
        table = try JSONDecoder().decode(Table.self, from: Data(contentsOf: file))
    }

    @Test func keysAreThoseOfTheTable() {
        for line in table.folded { #expect(VietnameseText.folded(line.text) == line.key) }
    }

    @Test func searchesFindThoseOfTheTable() {
        var index = NameIndex()
        for (id, name) in table.people.enumerated() { index.insert(id: id, name: name) }
        for search in table.searches {
            #expect(index.search(search.query, limit: 10).map { table.people[$0] } == search.found, "\(search.query)")
        }
    }
}
