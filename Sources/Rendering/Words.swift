internal import FoundationEssentials

/// The words of one language: a flat table of keys, one JSON file each.
struct Words: Sendable {
    /// The file's name without its extension: `vi`, `en`.
    let code: String
    /// Complete: what the file lacks is Vietnamese.
    let entries: [String: String]
    /// The keys that the file lacks, in their order.
    let missing: [String]

    /// The words of a file, with those of another language in the place of what it lacks.
    init(code: String, entries: [String: String], standIns: [String: String] = [:]) {
        self.code = code
        self.entries = entries.merging(standIns) { own, _ in own }
        missing = standIns.keys.filter { entries[$0] == nil }.sorted()
    }

    /// What the language calls itself.
    var name: String { missing.contains("language_name") ? code : entries["language_name"] ?? code }

    /// The table as the scripts read it.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A table of texts can always be written as JSON.
        return (try? encoder.encode(entries)).map { [UInt8]($0) } ?? []
    }
}
