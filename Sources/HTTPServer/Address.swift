import Glibc

/// Where a connection comes from.
package enum Address: Sendable, Hashable {
    /// An IPv4 address, the first octet in the highest byte; also an IPv4 client of a dual-stack socket.
    case v4(UInt32)
    /// An IPv6 address as two big-endian halves.
    case v6(UInt64, UInt64)
    /// The Unix socket of the same machine.
    case local

    /// Reads `192.0.2.1` or `2001:db8::1`; nil for anything else, also for names and brackets.
    package init?(_ text: String) {
        var v4 = in_addr()
        var v6 = in6_addr()
        if inet_pton(AF_INET, text, &v4) == 1 {
            self = .v4(UInt32(bigEndian: v4.s_addr))
        } else if inet_pton(AF_INET6, text, &v6) == 1 {
            self.init(v6)
        } else {
            return nil
        }
    }

    /// Whether the other end runs on this machine.
    package var isLoopback: Bool {
        switch self {
        case .v4(let bits): bits >> 24 == 127
        case .v6(let high, let low): high == 0 && low == 1
        case .local: true
        }
    }

    /// The numeric form (RFC 5952); `local` for a Unix socket.
    package var text: String {
        switch self {
        case .v4(let bits):
            return (0..<4).map { String(bits >> (24 - 8 * UInt32($0)) & 0xFF) }.joined(separator: ".")
        case .v6(let high, let low):
            return Address.text(in6_addr(high: high, low: low))
        case .local:
            return "local"
        }
    }

    private static func text(_ address: in6_addr) -> String {
        var address = address
        let capacity = Int(INET6_ADDRSTRLEN)
        return String(unsafeUninitializedCapacity: capacity) { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                inet_ntop(AF_INET6, &address, characters.baseAddress, socklen_t(capacity))
                return characters.firstIndex(of: 0) ?? 0
            }
        }
    }
}
