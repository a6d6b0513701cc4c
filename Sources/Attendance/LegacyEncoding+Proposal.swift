extension LegacyEncoding {
    /// A repair to show to the operator before it is used.
    package struct Proposal: Equatable, Sendable {
        package let text: String
        package let encoding: LegacyEncoding
    }

    /// The one encoding in which text that is not Vietnamese becomes Vietnamese in every word.
    ///
    /// Nil when the text is Vietnamese or plain ASCII already, when no encoding makes it so (`Müller`, `Peña`), and
    /// when two encodings give different texts: a wrong guess is worse than none.
    package static func proposal(for text: String) -> Proposal? {
        guard !text.unicodeScalars.allSatisfy(\.isASCII), !VietnameseSyllable.areAll(in: text) else { return nil }
        if let decoded = utf8AsWindows1252.decoded(text) {
            return Proposal(text: decoded, encoding: .utf8AsWindows1252)
        }
        let proposals = [tcvn3, vni, windows1258].compactMap { encoding -> Proposal? in
            guard let decoded = encoding.decoded(text), VietnameseSyllable.areAll(in: decoded) else { return nil }
            return Proposal(text: decoded, encoding: encoding)
        }
        guard let first = proposals.first, proposals.allSatisfy({ $0.text == first.text }) else { return nil }
        return first
    }
}
