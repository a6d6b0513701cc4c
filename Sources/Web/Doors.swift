import Crypto
package import HTTPServer
import Synchronization

/// Where phones find the box, with and without TLS; known once the server listens.
package final class Doors: Sendable {
    /// The certificate of the box's own authority (DER); nil where the settings name another certificate, or no TLS.
    let authority: [UInt8]?
    private let bound = Mutex<[Listener: BoundAddress]>([:])

    package init(authority: [UInt8]? = nil) {
        self.authority = authority
    }

    /// Says where the server listens.
    package func open(_ addresses: [BoundAddress]) {
        bound.withLock { bound in
            for address in addresses { bound[address.listener] = address }
        }
    }

    /// SHA-256 of the authority as phones show it: `3F 2A …`; nil without one.
    var fingerprint: String? {
        authority.map { Certificate.fingerprint(ofDER: $0) }
    }

    /// `http://HOST[:PORT]` by which a phone reaches the box, or the same with https; nil while that door is closed.
    ///
    /// The host is the one that the request was sent to, unless it comes from the box's own screen.
    func origin(for request: Request, isSecure: Bool) -> String? {
        guard let place = bound.withLock({ $0[isSecure ? .tls : .main] }) else { return nil }
        let host = request.isForThisMachine ? place.hostForPhones : request.hostName ?? place.hostForPhones
        let usual: UInt16 = isSecure ? 443 : 80
        return "\(isSecure ? "https" : "http")://\(host)\(place.port == usual ? "" : ":\(place.port)")"
    }

    /// The same without TLS; before the server listens, by the address that the request was sent to.
    func plainOrigin(for request: Request) -> String {
        origin(for: request, isSecure: false) ?? "http://\(request.headers["Host"] ?? "localhost")"
    }
}

extension BoundAddress {
    /// The address itself; where the server listens on all of them, one that other machines know.
    fileprivate var hostForPhones: String {
        guard address == .v4(0) || address == .v6(0, 0) else { return address.hostText }
        let own = Address.ownAddresses().filter { !$0.isLoopback }.map(\.hostText).sorted()
        return own.first { $0.first != "[" } ?? "localhost"
    }
}

extension Address {
    /// As it stands in a URL.
    fileprivate var hostText: String {
        if case .v6 = self { "[\(text)]" } else { text }
    }
}

extension Request {
    /// The Host without its port, with the brackets of an IPv6 address.
    var hostName: String? {
        guard let host = headers["Host"], !host.isEmpty else { return nil }
        if host.first == "[" { return host.firstIndex(of: "]").map { String(host[...$0]) } }
        return host.split(separator: ":").first.map(String.init)
    }

    /// Whether it was sent to this machine by a name that only this machine has; browsers take such a page for safe.
    var isForThisMachine: Bool {
        guard let host = hostName?.lowercased() else { return true }
        return host == "localhost" || Address(host.filter { $0 != "[" && $0 != "]" })?.isLoopback == true
    }
}
