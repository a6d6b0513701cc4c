package import Glibc

extension sockaddr_un {
    /// The address of a Unix socket; nil for an empty path and for one of more than 107 bytes.
    package init?(path: [UInt8]) {
        self.init()
        // One byte stays 0, the end of the path.
        guard !path.isEmpty, path.count < MemoryLayout.size(ofValue: sun_path) else { return nil }
        sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &sun_path) { $0.copyBytes(from: path) }
    }
}
