import FoundationEssentials
import Glibc
import HTTPServer
import Program

extension Settings {
    /// The doors: the addresses of the settings, else what systemd handed over; and the command line's socket.
    func listeners(control: String) throws -> [ListenerConfiguration] {
        let activated = ActivatedSocket.all(in: ProcessInfo.processInfo.environment, process: getpid())
        return [try main(activated)] + [try secure(activated), try kiosk].compactMap(\.self)
            + [ListenerConfiguration(.control, at: .unix(path: control))]
    }

    private func main(_ activated: [ActivatedSocket]) throws -> ListenerConfiguration {
        if listen == nil, let socket = activated.first(where: { $0.name != "https" }) {
            return ListenerConfiguration(.main, at: .inherited(descriptor: socket.descriptor))
        }
        return try Endpoint(listen ?? "127.0.0.1:8080").listener(.main)
    }

    private func secure(_ activated: [ActivatedSocket]) throws -> ListenerConfiguration? {
        guard let tls else {
            if tlsListen == nil { return nil }
            throw Failure(description: "--tls-listen needs a certificate in the settings", status: .usage)
        }
        let identity = TLSIdentity(
            certificate: String(decoding: try readFile(tls.certificate), as: UTF8.self),
            key: String(decoding: try readFile(tls.key), as: UTF8.self))
        if let tlsListen { return try Endpoint(tlsListen).listener(.tls, identity: identity) }
        return activated.first { $0.name == "https" }.map {
            ListenerConfiguration(.tls, at: .inherited(descriptor: $0.descriptor), identity: identity)
        }
    }

    private var kiosk: ListenerConfiguration? {
        get throws { try kioskListen.map { try Endpoint($0).listener(.kiosk) } }
    }
}
