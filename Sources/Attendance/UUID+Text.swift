package import FoundationEssentials

extension UUID {
    /// Reads the text form (RFC 9562, section 4), in capitals or small letters.
    ///
    /// A check-in reads and writes six of them; the library's own way through `sscanf` and `snprintf` costs more than
    /// the decision.
    package init?(text: String) {
        guard text.utf8.count == 36 else { return nil }
        var number: UInt128 = 0
        for (position, character) in text.utf8.enumerated() {
            if UUID.hasHyphen(at: position) {
                guard character == UInt8(ascii: "-") else { return nil }
            } else {
                guard let digit = UUID.digit(character) else { return nil }
                number = number << 4 | UInt128(digit)
            }
        }
        self = withUnsafeBytes(of: number.bigEndian) { UUID(uuid: $0.load(as: uuid_t.self)) }
    }

    /// The text form in small letters.
    package var text: String {
        var number = withUnsafeBytes(of: uuid) { UInt128(bigEndian: $0.loadUnaligned(as: UInt128.self)) }
        return String(unsafeUninitializedCapacity: 36) { characters in
            for position in characters.indices.prefix(36).reversed() {
                if UUID.hasHyphen(at: position) {
                    characters[position] = UInt8(ascii: "-")
                } else {
                    characters[position] = UUID.character(UInt8(truncatingIfNeeded: number & 15))
                    number >>= 4
                }
            }
            return 36
        }
    }

    private static func hasHyphen(at position: Int) -> Bool {
        position == 8 || position == 13 || position == 18 || position == 23
    }

    private static func digit(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func character(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
}
