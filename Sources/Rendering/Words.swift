/// The words of one language: a flat table of keys, one JSON file each.
struct Words: Sendable {
    /// The file's name without its extension: `vi`, `en`.
    let code: String
    let entries: [String: String]

    /// What the language calls itself.
    var name: String { entries["language_name"] ?? code }
}
