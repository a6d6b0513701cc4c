internal import FoundationEssentials

/// Every language there is a file for; Vietnamese is the first and the fallback.
package struct Languages: Sendable {
    private let all: [String: Words]
    /// Vietnamese, English, then the others by their code.
    let codes: [String]
    /// What is wrong with the files of other languages, in English, for a log: the box works nevertheless.
    package let findings: [String]

    /// Reads all `*.json` of `folder`; throws when Vietnamese is missing or no table of texts.
    package init(folder: String) throws {
        var tables: [String: [String: String]] = [:]
        var findings: [String] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".json") {
            let table = Languages.isCode(name.dropLast(5)) ? Languages.table(folder, name) : nil
            if let table { tables[String(name.dropLast(5))] = table } else { findings.append("\(name) is no language") }
        }
        guard let vietnamese = tables[Languages.fallback] else { throw RenderingError.missingWords(folder) }
        let all = tables.reduce(into: [:]) { all, table in
            all[table.key] = Words(code: table.key, entries: table.value, standIns: vietnamese)
        }
        for words in all.values.sorted(by: { $0.code < $1.code }) where !words.missing.isEmpty {
            let keys = words.missing.joined(separator: ", ")
            findings.append("\(words.code).json lacks \(words.missing.count) words, shown in Vietnamese: \(keys)")
        }
        self.all = all
        codes = all.keys.sorted { (Languages.rank($0), $0) < (Languages.rank($1), $1) }
        self.findings = findings
    }

    /// The tables as the scripts read them, by their code.
    var tables: [(code: String, json: [UInt8])] {
        codes.compactMap { code in all[code].map { (code, $0.json) } }
    }

    /// Whether a file's name is a language's tag (RFC 5646): `tyz`, `zh-Hant`. It is sent in a cookie.
    private static func isCode(_ name: Substring) -> Bool {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy({ $0.isASCII && $0.isLowercase })
        else {
            return false
        }
        return parts.dropFirst().allSatisfy { (2...8).contains($0.count) && $0.allSatisfy(\.isASCIIAlphanumeric) }
    }

    private static func table(_ folder: String, _ name: String) -> [String: String]? {
        let data = try? Data(contentsOf: URL(filePath: folder).appending(path: name))
        let table = data.flatMap { try? JSONDecoder().decode([String: Word].self, from: $0) }
        return table?.compactMapValues(\.text)
    }

    /// A value of a table; one that is no text counts as missing.
    private struct Word: Decodable {
        let text: String?

        init(from decoder: any Decoder) throws {
            text = try? decoder.singleValueContainer().decode(String.self)
        }
    }

    static let fallback = "vi"

    private static func rank(_ code: String) -> Int {
        switch code {
        case "vi": 0
        case "en": 1
        default: 2
        }
    }

    /// The words of the first choice that there is a file for.
    func words(_ choices: String?...) -> Words {
        for case let choice? in choices {
            if let words = all[choice] { return words }
        }
        return all[Languages.fallback] ?? Words(code: Languages.fallback, entries: [:])
    }
}

extension Character {
    fileprivate var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
