import FoundationEssentials
import Glibc
import HTTPServer
import Program

extension Settings {
    /// The doors: the addresses of the settings, else what systemd handed over; and the command line's socket.
    ///
    /// `ownIdentity` is asked for what TLS shows, if there is TLS and the settings name no certificate.
    func listeners(control: String, ownIdentity: () throws -> TLSIdentity) throws -> [ListenerConfiguration] {
        let activated = ActivatedSocket.all(in: ProcessInfo.processInfo.environment, process: getpid())
        return [try main(activated)] + [try secure(activated, ownIdentity), try kiosk].compactMap(\.self)
            + [ListenerConfiguration(.control, at: .unix(path: control))]
    }

    /// Where a server with these settings will be found, as far as they say.
    var places: [BoundAddress] {
        get throws {
            [
                try listen.flatMap { try Endpoint($0).place(of: .main) },
                try tlsListen.flatMap { try Endpoint($0).place(of: .tls) },
            ]
            .compactMap(\.self)
        }
    }

    private func main(_ activated: [ActivatedSocket]) throws -> ListenerConfiguration {
        if listen == nil, let socket = activated.first(where: { $0.name != "https" }) {
            return ListenerConfiguration(.main, at: .inherited(descriptor: socket.descriptor))
        }
        return try Endpoint(listen ?? "127.0.0.1:8080").listener(.main)
    }

    private func secure(
        _ activated: [ActivatedSocket], _ ownIdentity: () throws -> TLSIdentity
    ) throws -> ListenerConfiguration? {
        let socket = activated.first { $0.name == "https" }
        guard tlsListen != nil || socket != nil else { return nil }
        let identity = try givenIdentity ?? ownIdentity()
        if let tlsListen { return try Endpoint(tlsListen).listener(.tls, identity: identity) }
        return socket.map {
            ListenerConfiguration(.tls, at: .inherited(descriptor: $0.descriptor), identity: identity)
        }
    }

    private var givenIdentity: TLSIdentity? {
        get throws {
            guard let tls else { return nil }
            return TLSIdentity(
                certificate: String(decoding: try readFile(tls.certificate), as: UTF8.self),
                key: String(decoding: try readFile(tls.key), as: UTF8.self))
        }
    }

    private var kiosk: ListenerConfiguration? {
        get throws { try kioskListen.map { try Endpoint($0).listener(.kiosk) } }
    }
}
