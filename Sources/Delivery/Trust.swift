internal import Foundation
package import Store

/// By what a server on the other side proves who it is.
package enum Trust: Hashable, Sendable {
    /// The authorities that the system knows.
    case system
    /// These authorities only, in PEM.
    case authorities([UInt8])
    /// This very key (`sha256//…`, RFC 7469), whoever vouches for it.
    case key(String)

    /// `setting` is the setting `ca`: a PEM text, the name of a PEM file, or a key's pin `sha256//…`.
    ///
    /// - Throws: `.badCertificate` for a file that cannot be read.
    package init(setting: String?) throws(DeliveryProblem) {
        switch setting {
        case nil, ""?: self = .system
        case let pin? where pin.hasPrefix("sha256//"): self = .key(pin)
        case let text? where text.hasPrefix("-----BEGIN "): self = .authorities(Array(text.utf8))
        case let path?:
            guard let content = FileManager.default.contents(atPath: path) else {
                throw DeliveryProblem(.badCertificate, "\(path) cannot be read")
            }
            self = .authorities(Array(content))
        }
    }
}
