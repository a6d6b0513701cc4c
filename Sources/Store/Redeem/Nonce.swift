/// The client's own mark on a command, by which a repetition is known.
enum Nonce {
    /// What is kept of it: the sixteen bytes of a UUID, else a zero byte and the text.
    static func bytes(_ text: String) -> [UInt8] {
        uuid(text) ?? [0] + Array(text.utf8)
    }

    /// The bytes of a UUID in its usual form. Foundation reads one with `sscanf`, which costs a check-in a tenth of
    /// its time.
    private static func uuid(_ text: String) -> [UInt8]? {
        guard text.utf8.count == 36 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        var high: UInt8?
        for (place, character) in text.utf8.enumerated() {
            if [8, 13, 18, 23].contains(place) {
                guard character == UInt8(ascii: "-") else { return nil }
            } else {
                guard let digit = digit(character) else { return nil }
                if let first = high { bytes.append(first << 4 | digit) }
                high = high == nil ? digit : nil
            }
        }
        return bytes
    }

    private static func digit(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
