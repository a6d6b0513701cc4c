extension VietnameseText {
    /// What somebody may answer who is asked for a name, folded: the whole of it, or the given name.
    ///
    /// That is the last word; of Ê Đê, Gia Rai and M'Nông names, which begin with `H'` or `Y` and end with the clan, it is the
    /// first one with or without that beginning: `H'Ví Niê` is called `h'ví` or `ví`, `Y Blô Niê` is called `y blô` or `blô`.
    package static func calledNames(_ name: String) -> Set<String> {
        let whole = folded(name)
        let words = whole.split(separator: " ").map(String.init)
        guard let last = words.last, let first = words.first else { return [] }
        if first.hasPrefix("h'"), first.count > 2 {
            let given = String(first.dropFirst(2))
            return [whole, last, first, given, "h " + given, "h" + given]
        }
        if ["y", "h"].contains(first), words.count > 2 { return [whole, last, "\(first) \(words[1])", words[1]] }
        return [whole, last]
    }
}
