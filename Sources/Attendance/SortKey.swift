/// What Vietnamese lists are sorted by; keys compare byte by byte, in the program and as a BLOB in SQLite.
///
/// Syllable by syllable: first the letters of the alphabet, then the tone. Case, apostrophes and the place of the
/// tone mark (`Hoà`, `Hòa`) make no difference.
package struct SortKey: Hashable, Comparable, Sendable {
    package let bytes: [UInt8]

    /// Which word of a name counts first.
    package enum Order: String, Sendable, CaseIterable {
        /// Given name (the last word), then family name (the first), then the middle: class lists.
        case givenName
        /// As written, family name first.
        case fullName
    }

    package init(_ name: String, by order: Order = .givenName) {
        var words = VietnameseText.nfc(name).split { $0.isWhitespace || $0 == "-" }
        if order == .givenName, let given = words.popLast() {
            words.insert(given, at: 0)
        }
        var bytes: [UInt8] = []
        for word in words {
            let letters = word.unicodeScalars.compactMap { VietnameseLetter($0) }
            bytes += letters.map(\.rank)
            bytes += [0, letters.map(\.tone).max() ?? 0]
        }
        self.bytes = bytes
    }

    package static func < (left: SortKey, right: SortKey) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
