/// Where a body ends, by the headers (RFC 9112, 6): what two readers could understand in two ways is refused.
enum Framing: Equatable {
    /// So many bytes; 0 for no body.
    case length(Int)
    case chunked
    /// 400: contradictory.
    case ambiguous
    /// 501: a transfer coding other than `chunked`.
    case unknownCoding

    init(_ headers: Headers) {
        let lengths = headers.all("Content-Length")
        let codings = headers.all("Transfer-Encoding")
        if let coding = codings.first {
            if codings.count > 1 || !lengths.isEmpty {
                self = .ambiguous
            } else {
                self = coding.equalsIgnoringCase("chunked") ? .chunked : .unknownCoding
            }
        } else if let length = lengths.first {
            self = lengths.count == 1 ? Framing.declared(length) : .ambiguous
        } else {
            self = .length(0)
        }
    }

    /// The declared length, 0 where none is.
    var declared: Int {
        if case .length(let bytes) = self { bytes } else { 0 }
    }

    private static func declared(_ text: String) -> Framing {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !text.isEmpty else { return .ambiguous }
        // More digits than Int holds are more bytes than any limit allows.
        return .length(Int(text) ?? .max)
    }
}
