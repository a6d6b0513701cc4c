internal import FoundationEssentials
internal import Glibc
internal import HTTPServer

/// Tells systemd how the service is (`sd_notify(3)`); does nothing where systemd did not start it.
package struct SystemdNotifier: Sendable {
    private let socket: String?
    /// Seconds between two signs of life: half of what the unit allows.
    package let watchdogSeconds: Double?

    /// The service manager of this process.
    package init() {
        let environment = ProcessInfo.processInfo.environment
        socket = environment["NOTIFY_SOCKET"]
        let isMine = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
        watchdogSeconds = isMine ? environment["WATCHDOG_USEC"].flatMap(Double.init).map { $0 / 2_000_000 } : nil
    }

    /// Sends one line such as `READY=1`.
    package func send(_ line: String) {
        guard let socket, var address = sockaddr_un(path: SystemdNotifier.name(socket)) else { return }
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

    /// A path as it is; a name in the abstract namespace, which is written with `@`, begins with a zero byte.
    private static func name(_ socket: String) -> [UInt8] {
        socket.hasPrefix("@") ? [0] + socket.utf8.dropFirst() : Array(socket.utf8)
    }
}
