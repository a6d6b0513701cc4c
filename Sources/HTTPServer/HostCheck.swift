/// Whether a request is meant for this box (RFC 9110, 7.4): a page elsewhere whose name was bent to the box's address
/// (DNS rebinding) still carries its own name.
struct HostCheck: Sendable {
    /// Whether the box answers to a name.
    enum Verdict: Equatable {
        case served
        /// 400: missing, repeated or no host at all.
        case malformed
        /// 421: of somebody else.
        case foreign
    }

    /// Names in small letters.
    let names: Set<String>

    /// Judges the Host fields of a request to the address `own`; HTTP/1.0 requires none.
    func verdict(_ hosts: [String], own: Address?, isHTTP11: Bool) -> Verdict {
        guard let field = hosts.first else { return isHTTP11 ? .malformed : .served }
        guard hosts.count == 1, let host = HostCheck.host(in: field) else { return .malformed }
        if host == "localhost" || names.contains(host) { return .served }
        guard let address = Address(host) else { return .foreign }
        if address == own || address.isLoopback { return .served }
        return Address.ownAddresses().contains(address) ? .served : .foreign
    }

    /// The host of `host[:port]` in small letters, without brackets and final dot; nil for anything else.
    static func host(in field: String) -> String? {
        let isBracketed = field.hasPrefix("[")
        let end = isBracketed ? field.firstIndex(of: "]") : field.firstIndex(of: ":") ?? field.endIndex
        guard let end else { return nil }
        let host = isBracketed ? field[..<end].dropFirst() : field[..<end]
        let rest = isBracketed ? field[end...].dropFirst() : field[end...]
        guard isPort(rest), !host.isEmpty, host.utf8.allSatisfy({ isHostByte($0, isBracketed) }) else { return nil }
        let name = host.lowercased()
        return name.hasSuffix(".") ? String(name.dropLast()) : name
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.isEmpty || (text.first == ":" && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) })
    }

    private static func isHostByte(_ byte: UInt8, _ isBracketed: Bool) -> Bool {
        switch byte.lowercasedASCII {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default:
            isBracketed && byte == UInt8(ascii: ":")
        }
    }
}
