import Crypto
import HTTPServer
import Synchronization

/// The https of this box, as its pages speak of it: who vouches for it, and the port once the server listens.
package final class HTTPSDoor: Sendable {
    /// The certificate of the box's own authority (DER); nil where the settings name another certificate.
    let authority: [UInt8]?
    /// 0 until the server listens.
    private let port = Mutex<UInt16>(0)

    package init(authority: [UInt8]?) {
        self.authority = authority
    }

    /// Says where the server listens.
    package func open(on port: UInt16) {
        self.port.withLock { $0 = port }
    }

    /// `https://HOST[:PORT]` of the host that the request was sent to, by whichever door; nil while it is closed.
    func origin(for request: Request) -> String? {
        let port = port.withLock(\.self)
        guard port != 0, let host = request.hostName else { return nil }
        return port == 443 ? "https://\(host)" : "https://\(host):\(port)"
    }

    /// SHA-256 of the authority as phones show it: `3F 2A …`; nil without one.
    var fingerprint: String? {
        authority.map { Certificate.fingerprint(ofDER: $0) }
    }
}

extension Request {
    /// The Host without its port, with the brackets of an IPv6 address.
    var hostName: String? {
        guard let host = headers["Host"], !host.isEmpty else { return nil }
        if host.first == "[" { return host.firstIndex(of: "]").map { String(host[...$0]) } }
        return host.split(separator: ":").first.map(String.init)
    }

    /// Whether the browser takes the page for safe although it came without TLS, because it came from the machine itself.
    var isForThisMachine: Bool {
        guard let host = hostName?.lowercased() else { return false }
        return host == "localhost" || Address(host.filter { $0 != "[" && $0 != "]" })?.isLoopback == true
    }
}
