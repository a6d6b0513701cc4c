import Foundation
import Testing

@testable import Rendering

/// Every word a page shows stands in every language's file.
struct WordsTests {
    private static let www = Site.project.appending(path: "www")

    private func entries(_ code: String) throws -> [String: String] {
        let file = WordsTests.www.appending(path: "locales/\(code).json")
        return try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
    }

    @Test func languagesHaveTheSameWords() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: WordsTests.www.appending(path: "locales").path)
        let vietnamese = Set(try entries("vi").keys)
        #expect(files.count >= 2)
        for file in files {
            let keys = Set(try entries(String(file.dropLast(5))).keys)
            #expect(keys == vietnamese, "\(file): \(keys.symmetricDifference(vietnamese).sorted())")
        }
    }

    @Test func noWordIsEmpty() throws {
        for code in ["vi", "en"] { #expect(try entries(code).allSatisfy { !$0.value.isEmpty }) }
    }

    @Test func templatesUseNoMissingWord() throws {
        let words = try entries("vi")
        let folder = WordsTests.www.appending(path: "pages")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let template = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for match in template.matches(of: /\{\{t\.([a-z0-9_]+)\}\}/) {
                #expect(words[String(match.1)] != nil, "\(file) shows \(match.1)")
            }
        }
    }

    @Test func thirdLanguageIsPickedUp() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "words-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for code in ["vi", "en", "tay"] {
            try Data("{\"language_name\": \"\(code)\"}".utf8).write(to: folder.appending(path: "\(code).json"))
        }
        let languages = try Languages(folder: folder.path)
        #expect(languages.codes == ["vi", "en", "tay"])
        #expect(languages.words("tay").name == "tay")
        #expect(languages.words("xx", nil).code == "vi")
    }
}
