internal import CMicroHTTPD
import Glibc

/// The C side of a daemon's configuration, at an address that libmicrohttpd may keep.
final class DaemonSettings {
    /// TLS 1.2 and 1.3 with GnuTLS's usual algorithms.
    private static let priorities = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2"

    let pointer = UnsafeMutablePointer<cmhd_settings>.allocate(capacity: 1)

    init(_ listener: Listener, limits: Limits, identity: TLSIdentity?) {
        let isPublic = listener == .main || listener == .tls
        pointer.initialize(to: cmhd_settings())
        pointer.pointee.connection_limit = UInt32(clamping: isPublic ? limits.connections : limits.ownConnections)
        pointer.pointee.threads = isPublic ? 2 : 1
        pointer.pointee.header_memory = max(1_024, limits.headerMemory)
        guard let identity, listener == .tls else { return }
        pointer.pointee.certificate = DaemonSettings.copy(identity.certificate)
        pointer.pointee.key = DaemonSettings.copy(identity.key)
        pointer.pointee.priorities = DaemonSettings.copy(DaemonSettings.priorities)
    }

    deinit {
        for text in [pointer.pointee.certificate, pointer.pointee.key, pointer.pointee.priorities] {
            free(UnsafeMutableRawPointer(mutating: text))
        }
        pointer.deinitialize(count: 1)
        pointer.deallocate()
    }

    private static func copy(_ text: String) -> UnsafePointer<CChar>? {
        strdup(text).map { UnsafePointer($0) }
    }
}
