/// What a badge's QR holds: 25 digits, version 1 · event 6 · code 8 · MAC 10.
///
/// Numeric mode at level Q makes the smallest QR symbol (version 1). The MAC tells foreign and misread badges from
/// our own; while typed codes are taken it is no access control.
package struct Badge: Hashable, Sendable {
    /// The event's number, 0…999,999.
    package let eventNumber: Int
    package let code: Code
    /// The truncated MAC, 0…9,999,999,999.
    package let mac: Int

    /// Makes the keyed hash of a badge's first fifteen digits under the event's key.
    package typealias MAC = (_ message: [UInt8]) -> [UInt8]

    /// A badge of `code` in the event with this number; `mac` is HMAC-SHA-256 under the event's key.
    package init(eventNumber: Int, code: Code, mac: MAC) {
        self.eventNumber = eventNumber
        self.code = code
        self.mac = Badge.truncated(mac(Array(Badge.signed(eventNumber, code).utf8)))
    }

    /// Reads 25 digits of version 1; nil for another length, another version or wrong check digits of the code.
    package init?(_ digits: some StringProtocol) {
        let text = String(digits)
        guard text.utf8.count == 25, text.utf8.allSatisfy({ (48...57).contains($0) }), text.first == "1",
            let event = Int(text.dropFirst().prefix(6)), let code = Code(text.dropFirst(7).prefix(8)),
            let mac = Int(text.suffix(10))
        else { return nil }
        (eventNumber, self.code, self.mac) = (event, code, mac)
    }

    /// Whether the MAC is the one `mac` makes.
    package func isGenuine(_ mac: MAC) -> Bool {
        Badge(eventNumber: eventNumber, code: code, mac: mac).mac == self.mac
    }

    /// The 25 digits of the QR.
    package var digits: String { Badge.signed(eventNumber, code) + padded(mac, to: 10) }

    private static func signed(_ eventNumber: Int, _ code: Code) -> String {
        "1" + padded(eventNumber, to: 6) + code.digits
    }

    /// Ten decimal digits of the hash's first eight bytes.
    private static func truncated(_ hash: [UInt8]) -> Int {
        Int(hash.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) } % 10_000_000_000)
    }
}
