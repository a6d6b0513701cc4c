package import HTTPServer

/// A range of addresses, written as `10.43.0.0/22`.
package struct Network: Sendable, Hashable {
    private let base: UInt32
    private let mask: UInt32

    /// Reads an IPv4 network; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/")
        guard parts.count == 2, let bits = UInt32(parts[1]), bits <= 32,
            case .v4(let address)? = Address(String(parts[0]))
        else { return nil }
        mask = bits == 0 ? 0 : ~UInt32(0) << (32 - bits)
        base = address & mask
    }

    package func contains(_ address: Address) -> Bool {
        guard case .v4(let bits) = address else { return false }
        return bits & mask == base
    }
}
