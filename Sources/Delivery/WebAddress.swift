internal import Foundation
package import Store

/// An address that may be sent to: https, or plain http on this machine.
package struct WebAddress: Hashable, Sendable {
    package let text: String
    /// Whether plain http is allowed there, because nothing leaves the machine.
    let isLoopback: Bool

    /// - Throws: `.notSecure`, also for what is no address or holds a password.
    package init(_ text: String) throws(DeliveryProblem) {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty, parts.user == nil else {
            throw DeliveryProblem(.notSecure, text)
        }
        isLoopback = host == "localhost" || host == "[::1]" || host == "::1" || host.isLoopbackIPv4
        guard parts.scheme == "https" || parts.scheme == "http" && isLoopback else {
            throw DeliveryProblem(.notSecure, text)
        }
        self.text = text
    }

    /// The address of something below this one.
    func appending(_ path: String) throws(DeliveryProblem) -> WebAddress {
        try WebAddress((text.hasSuffix("/") ? String(text.dropLast()) : text) + path)
    }
}

extension String {
    /// 127.0.0.0/8, written as four numbers: a name like `127.evil.example` is none.
    fileprivate var isLoopbackIPv4: Bool {
        let numbers = split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers.allSatisfy { $0 != nil } && numbers.first == 127
    }
}
