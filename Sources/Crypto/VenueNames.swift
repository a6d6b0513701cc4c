internal import Glibc

/// What the authority of a box may vouch for: names and addresses that mean something at one venue only.
///
/// A phone that trusts the box's authority trusts it for nothing else, whoever gets hold of its key.
package enum VenueNames {
    /// Each with everything below it: the venue's own names (RFC 6762, RFC 8375) and the machine itself.
    static let domains = ["lan", "local", "home.arpa", "localhost"]

    /// Private, link-local and loopback networks (RFC 1918, 3927, 4193, 4291): the first address and the mask.
    static let networks = [
        ("10.0.0.0", "255.0.0.0"), ("172.16.0.0", "255.240.0.0"), ("192.168.0.0", "255.255.0.0"),
        ("169.254.0.0", "255.255.0.0"), ("127.0.0.0", "255.0.0.0"), ("fc00::", "fe00::"),
        ("::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ]

    /// Whether the authority may sign for a host: a name in small letters, or a numeric address.
    package static func permits(_ host: String) -> Bool {
        if let address = bytes(of: host) { return networks.contains { contains(address, $0) } }
        guard host.utf8.allSatisfy(isNameByte), !host.isEmpty else { return false }
        return domains.contains { host == $0 || host.hasSuffix("." + $0) }
    }

    /// The constraints as an extension's text (RFC 5280, 4.2.1.10).
    static var constraints: String {
        let permitted = domains.map { "DNS:\($0)" } + networks.map { "IP:\($0.0)/\($0.1)" }
        return "critical," + permitted.map { "permitted;\($0)" }.joined(separator: ",")
    }

    /// A host as one of the alternative names of a certificate (RFC 5280, 4.2.1.6).
    static func alternativeName(_ host: String) -> String {
        bytes(of: host) == nil ? "DNS:\(host)" : "IP:\(host)"
    }

    private static func contains(_ address: [UInt8], _ network: (String, String)) -> Bool {
        guard let base = bytes(of: network.0), let mask = bytes(of: network.1), base.count == address.count else {
            return false
        }
        return zip(zip(address, mask), base).allSatisfy { pair, base in pair.0 & pair.1 == base }
    }

    /// 4 or 16 bytes; nil for what is no numeric address.
    private static func bytes(of text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes[..<4]) }
        return inet_pton(AF_INET6, text, &bytes) == 1 ? bytes : nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default:
            false
        }
    }
}
