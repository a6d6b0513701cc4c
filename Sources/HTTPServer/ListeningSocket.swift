import Glibc

/// A socket that listens; closed, and its file removed, by ``close()``.
struct ListeningSocket: Sendable {
    /// Connections the kernel keeps for a server at its limit.
    private static let backlog: Int32 = 512

    let descriptor: Int32
    /// The file of a Unix socket.
    private let path: String?

    private init(_ descriptor: Int32, path: String? = nil) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Makes or takes over the socket of a place.
    static func open(_ place: ListenerConfiguration.Place) throws(ServerError) -> ListeningSocket {
        switch place {
        case .address(let text, let port):
            return try open(text, port)
        case .unix(let path):
            return try open(path: path)
        case .inherited(let descriptor):
            makeNonblocking(descriptor)
            return ListeningSocket(descriptor)
        }
    }

    /// A second descriptor of the same socket; the listener lasts until both are closed.
    func duplicate() throws(ServerError) -> ListeningSocket {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw .cannotListen(on: bound.address.text, SystemError("fcntl")) }
        return ListeningSocket(copy)
    }

    func close() {
        Glibc.close(descriptor)
        if let path { unlink(path) }
    }

    /// Port in host order, 0 for a Unix socket; and the address.
    var bound: (address: Address, port: UInt16) {
        let address = Address(of: descriptor, by: getsockname) ?? .local
        var storage = sockaddr_in6()
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let result = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        // The port stands at the same offset in both families.
        return (address, result == 0 && address != .local ? UInt16(bigEndian: storage.sin6_port) : 0)
    }

    private static func open(_ text: String, _ port: UInt16) throws(ServerError) -> ListeningSocket {
        let place = "\(text) port \(port)"
        guard let address = Address(text), address != .local else { throw .badPlace(place) }
        do {
            return try open(address, port)
        } catch  where address == .v6(0, 0) && (error.code == EAFNOSUPPORT || error.code == EADDRNOTAVAIL) {
            // A venue's kernel may have no IPv6.
            return try listening(place) { () throws(SystemError) in try open(.v4(0), port) }
        } catch {
            throw .cannotListen(on: place, error)
        }
    }

    private static func open(_ address: Address, _ port: UInt16) throws(SystemError) -> ListeningSocket {
        if case .v6(let high, let low) = address {
            var name = sockaddr_in6()
            name.sin6_family = sa_family_t(AF_INET6)
            name.sin6_port = port.bigEndian
            name.sin6_addr = in6_addr(high: high, low: low)
            return ListeningSocket(try bind(AF_INET6, name))
        }
        guard case .v4(let bits) = address else { throw SystemError("bind") }
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = port.bigEndian
        name.sin_addr.s_addr = bits.bigEndian
        return ListeningSocket(try bind(AF_INET, name))
    }

    private static func open(path: String) throws(ServerError) -> ListeningSocket {
        guard let name = sockaddr_un(path: Array(path.utf8)) else { throw .badPlace(path) }
        unlink(path)
        let descriptor = try listening(path) { () throws(SystemError) in try bind(AF_UNIX, name) }
        return ListeningSocket(descriptor, path: path)
    }

    private static func listening<Result>(
        _ place: String, _ body: () throws(SystemError) -> Result
    ) throws(ServerError) -> Result {
        do { return try body() } catch { throw .cannotListen(on: place, error) }
    }

    private static func bind<Name>(_ family: Int32, _ name: Name) throws(SystemError) -> Int32 {
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(family, type, 0)
        guard descriptor >= 0 else { throw SystemError("socket") }
        prepare(descriptor, family)
        let result = withUnsafePointer(to: name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                Glibc.bind(descriptor, address, socklen_t(MemoryLayout<Name>.size))
            }
        }
        guard result == 0, listen(descriptor, backlog) == 0 else {
            let error = SystemError("bind")
            Glibc.close(descriptor)
            throw error
        }
        return descriptor
    }

    private static func prepare(_ descriptor: Int32, _ family: Int32) {
        switch family {
        case AF_UNIX:
            // Before bind: the file is never there with wider rights.
            fchmod(descriptor, 0o600)
        case AF_INET6:
            set(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, 0)
            set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
        default:
            set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
        }
    }

    private static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func makeNonblocking(_ descriptor: Int32) {
        // Two threads poll it; the one that comes second must not block in accept.
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
}
