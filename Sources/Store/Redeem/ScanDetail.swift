/// What the ledger's `detail` says of a scan: where a refused person was sent, and who uploaded somebody else's scan.
struct ScanDetail {
    /// ``Signpost/id``.
    var door: String?
    /// The member of staff.
    var uploader: String?

    /// `door ID uploader ID`; nil where there is nothing to say.
    var text: String? {
        let parts = [door.map { "door \($0)" }, uploader.map { "uploader \($0)" }].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}

extension ScanDetail {
    /// Reads what ``text`` writes.
    init(_ text: String?) {
        let words = (text ?? "").split(separator: " ").map(String.init)
        for (name, value) in zip(words, words.dropFirst()) {
            if name == "door" { door = value }
            if name == "uploader" { uploader = value }
        }
    }
}
