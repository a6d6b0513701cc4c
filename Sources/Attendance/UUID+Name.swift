package import FoundationEssentials

extension UUID {
    /// The UUID of a name within a namespace (version 5, RFC 9562 section 5.5): the same name gives the same UUID.
    package init(name: String, in namespace: UUID) {
        let prefix = withUnsafeBytes(of: namespace.uuid) { Array($0) }
        var bytes = Array(SHA1.digest(of: prefix + Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        self = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }
}
