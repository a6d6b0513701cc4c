import FoundationEssentials
import Glibc

/// Tells systemd how the service is (`sd_notify(3)`); does nothing where systemd did not start it.
struct SystemdNotifier: Sendable {
    private let socket: String?
    /// Seconds between two signs of life: half of what the unit allows.
    let watchdogSeconds: Double?

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        socket = environment["NOTIFY_SOCKET"]
        let isMine = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
        watchdogSeconds = isMine ? environment["WATCHDOG_USEC"].flatMap(Double.init).map { $0 / 2_000_000 } : nil
    }

    /// Sends one line such as `READY=1`.
    func send(_ line: String) {
        guard let socket, var address = sockaddr_un(notifySocket: socket) else { return }
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + socket.utf8.count)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, line, line.utf8.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}

extension sockaddr_un {
    /// A path, or a name in the abstract namespace written with `@`; nil when it is too long.
    fileprivate init?(notifySocket: String) {
        self.init()
        var path = Array(notifySocket.utf8)
        guard path.count < MemoryLayout.size(ofValue: sun_path), let first = path.first else { return nil }
        if first == UInt8(ascii: "@") { path[0] = 0 }
        sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &sun_path) { $0.copyBytes(from: path) }
    }
}
