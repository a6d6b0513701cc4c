import Glibc

extension Address {
    /// The address in a socket address of any family; nil for a family that is neither IP nor Unix.
    init?(_ address: UnsafePointer<sockaddr>, length: socklen_t) {
        let raw = UnsafeRawPointer(address)
        switch Int32(address.pointee.sa_family) {
        case AF_INET where Int(length) >= MemoryLayout<sockaddr_in>.size:
            self = .v4(UInt32(bigEndian: raw.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr))
        case AF_INET6 where Int(length) >= MemoryLayout<sockaddr_in6>.size:
            self.init(raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr)
        case AF_UNIX:
            self = .local
        default:
            return nil
        }
    }

    /// An IPv6 address; one that carries an IPv4 address (`::ffff:192.0.2.1`) becomes that.
    init(_ address: in6_addr) {
        let (high, low) = withUnsafeBytes(of: address) { bytes in
            (
                UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
        let carriesIPv4 = high == 0 && low >> 32 == 0xFFFF
        self = carriesIPv4 ? .v4(UInt32(truncatingIfNeeded: low)) : .v6(high, low)
    }

    /// The end of the socket `getsockname` or `getpeername` tells about; nil when the call fails.
    init?(
        of socket: Int32,
        by name: (Int32, UnsafeMutablePointer<sockaddr>?, UnsafeMutablePointer<socklen_t>?) -> Int32
    ) {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let found = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> Address? in
                name(socket, address, &length) == 0 ? Address(address, length: length) : nil
            }
        }
        guard let found else { return nil }
        self = found
    }

    /// The addresses of this machine's interfaces at this moment.
    package static func ownAddresses() -> Set<Address> {
        var first: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&first) == 0 else { return [] }
        defer { freeifaddrs(first) }
        let length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        return Set(
            sequence(first: first, next: { $0?.pointee.ifa_next }).compactMap { entry in
                guard let address = entry?.pointee.ifa_addr else { return nil }
                return Address(address, length: length)
            })
    }
}

extension in6_addr {
    /// The address made of two big-endian halves.
    init(high: UInt64, low: UInt64) {
        self.init()
        withUnsafeMutableBytes(of: &self) { bytes in
            bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
            bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
    }
}
