/// A unit's name as a form writes it, taken apart: `P. Cao Xanh` is the kind ward and the name `Cao Xanh`.
struct WrittenUnit: Equatable {
    /// Nil when the form names no kind.
    let kind: AdministrativeUnit.Kind?
    /// The name without the kind, tidied.
    let name: String

    /// Folded name; numbered wards are compared without leading zeros.
    var key: String {
        let folded = VietnameseText.folded(name)
        return Int(folded).map(String.init) ?? folded
    }

    /// The same text with nothing taken for a kind: `Phuong Mai` is a name too.
    let whole: String

    init(_ text: String) {
        whole = VietnameseText.tidied(text).trimming { $0 == "." || $0 == ":" || $0 == " " }
        let lower = whole.lowercased()
        if let (kind, length) = Self.prefix(of: lower) {
            self.kind = kind
            name = String(whole.dropFirst(length)).trimming { $0 == " " || $0 == "." }
        } else {
            kind = nil
            name = whole
        }
    }

    private init(bare name: String) {
        (kind, self.name, whole) = (nil, name, name)
    }

    /// The other reading, in which the first word belongs to the name.
    var withoutKind: WrittenUnit { WrittenUnit(bare: whole) }

    /// The kind at the start, and how many characters it takes.
    private static func prefix(of lower: String) -> (kind: AdministrativeUnit.Kind, length: Int)? {
        let spellings = lower.utf8.count == lower.count ? plainPrefixes : prefixes
        guard let match = spellings.first(where: { lower.hasPrefix($0.text) && lower.count > $0.text.count }) else {
            return nil
        }
        return (match.kind, match.text.count)
    }

    /// `xã `, `x.` and `x ` for every kind, longest first so that `thị xã` is not taken for `xã`.
    private static let prefixes: [(text: String, kind: AdministrativeUnit.Kind)] = AdministrativeUnit.Kind.allCases
        .flatMap { kind in
            let short = kind.abbreviations.flatMap { ["\($0).", "\($0) "] }
            return ([kind.rawValue.lowercased() + " "] + short).map { (text: $0, kind: kind) }
        }
        .sorted { $0.text.count > $1.text.count }

    /// The same for text typed without any marks.
    private static let plainPrefixes = prefixes.map { prefix in
        (text: VietnameseText.folded(String(prefix.text.dropLast())) + prefix.text.suffix(1), kind: prefix.kind)
    }
}

extension String {
    /// The text without the given characters at both ends.
    fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
        var rest = self[...].drop(while: isTrimmed)
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return String(rest)
    }
}
