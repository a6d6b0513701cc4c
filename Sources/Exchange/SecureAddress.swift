internal import Foundation

/// An address that may be sent to: https, or plain http on this machine.
package struct SecureAddress: Hashable, Sendable {
    package let text: String
    /// Whether plain http is allowed there, because nothing leaves the machine.
    package let isLoopback: Bool

    /// Nil for every other address, and for what is none or holds a password.
    package init?(_ text: String) {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty, parts.user == nil else {
            return nil
        }
        isLoopback = host == "localhost" || host == "[::1]" || host == "::1" || host.isLoopbackIPv4
        guard parts.scheme == "https" || parts.scheme == "http" && isLoopback else { return nil }
        self.text = text
    }
}

extension String {
    /// 127.0.0.0/8, written as four numbers: a name like `127.evil.example` is none.
    fileprivate var isLoopbackIPv4: Bool {
        let numbers = split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers.allSatisfy { $0 != nil } && numbers.first == 127
    }
}
