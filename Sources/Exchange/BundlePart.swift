/// The names of the parts of a bundle.
enum BundlePart {
    static let manifest = "manifest.json"
    static let event = "event.json"
    static let people = "people.jsonl"
    static let ledger = "ledger.jsonl"
    static let statements = "xapi.jsonl"
    /// Only in a share.
    static let keys = "keys.json"
}
