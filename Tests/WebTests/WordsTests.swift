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

    @Test func thirdLanguageIsPickedUpAndVietnameseStandsInForWhatItLacks() throws {
        let languages = try languages([
            "vi.json": #"{"language_name": "Tiếng Việt", "hello": "Chào", "bye": "Tạm biệt"}"#,
            "en.json": #"{"language_name": "English", "hello": "Hello", "bye": "Bye"}"#,
            "tyz.json": #"{"language_name": "Tày", "hello": "Pjom"}"#, "hmn.json": #"{"hello": "Nyob zoo"}"#,
        ])
        #expect(languages.codes == ["vi", "en", "hmn", "tyz"])
        #expect(languages.words("tyz").entries["hello"] == "Pjom")
        #expect(languages.words("tyz").entries["bye"] == "Tạm biệt")
        #expect(languages.words("tyz").name == "Tày")
        #expect(languages.words("hmn").name == "hmn")
        #expect(languages.words("xx", nil).code == "vi")
        #expect(
            languages.findings == [
                "hmn.json lacks 2 words, shown in Vietnamese: bye, language_name",
                "tyz.json lacks 1 words, shown in Vietnamese: bye",
            ])
        let table = try #require(languages.tables.first { $0.code == "tyz" }?.json)
        #expect(try JSONDecoder().decode([String: String].self, from: Data(table)) == languages.words("tyz").entries)
    }

    @Test(arguments: ["tyz.json", "a.json", "TYZ.json", "tyz-.json", "tyz; Path=.json"])
    func brokenFileOfAnotherLanguageStopsNothing(name: String) throws {
        let content = name == "tyz.json" ? "broken" : "{}"
        let languages = try languages(["vi.json": #"{"hello": "Chào"}"#, name: content])
        #expect(languages.codes == ["vi"] && languages.findings == ["\(name) is no language"])
    }

    @Test func valueThatIsNoTextIsAMissingWord() throws {
        let languages = try languages([
            "vi.json": #"{"hello": "Chào", "bye": "Tạm biệt"}"#, "tyz.json": #"{"hello": "Pjoj", "bye": 7}"#,
        ])
        #expect(languages.words("tyz").entries == ["hello": "Pjoj", "bye": "Tạm biệt"])
        #expect(languages.findings == ["tyz.json lacks 1 words, shown in Vietnamese: bye"])
    }

    @Test(arguments: [["en.json": "{}"], ["vi.json": "broken"]])
    func withoutVietnameseNothingWorks(files: [String: String]) {
        #expect(throws: RenderingError.self) { try languages(files) }
    }

    private func languages(_ files: [String: String]) throws -> Languages {
        let folder = FileManager.default.temporaryDirectory.appending(path: "words-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return try Languages(folder: folder.path)
    }
}
