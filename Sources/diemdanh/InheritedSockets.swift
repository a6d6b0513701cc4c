import FoundationEssentials
import Glibc
import HTTPServer

/// The sockets systemd opened for us (`sd_listen_fds(3)`), by the names their units give them.
struct InheritedSockets {
    /// `http`, `https` or `kiosk` → descriptor.
    let descriptors: [String: Int32]

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        guard environment["LISTEN_PID"] == String(getpid()),
            let count = environment["LISTEN_FDS"].flatMap({ Int32($0) }), count > 0
        else {
            descriptors = [:]
            return
        }
        let names = (environment["LISTEN_FDNAMES"] ?? "").split(separator: ":").map(String.init)
        let numbered = (0..<count).map { index in
            (names.indices.contains(Int(index)) ? names[Int(index)] : "http", 3 + index)
        }
        descriptors = Dictionary(numbered) { first, _ in first }
    }
}
