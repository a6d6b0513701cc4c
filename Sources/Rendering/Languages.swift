internal import FoundationEssentials

/// Every language there is a file for; Vietnamese is the first and the fallback.
struct Languages: Sendable {
    private let all: [String: Words]
    /// Vietnamese, English, then the others by their code.
    let codes: [String]

    /// Reads all `*.json` of `folder`; throws when a file is no table of texts or Vietnamese is missing.
    init(folder: String) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
        var all: [String: Words] = [:]
        for name in names {
            let data = try Data(contentsOf: URL(filePath: folder).appending(path: name))
            let code = String(name.dropLast(5))
            all[code] = Words(code: code, entries: try JSONDecoder().decode([String: String].self, from: data))
        }
        guard all[Languages.fallback] != nil else { throw RenderingError.missingWords(folder) }
        self.all = all
        codes = all.keys.sorted { (Languages.rank($0), $0) < (Languages.rank($1), $1) }
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
