internal import Exchange
package import Store

/// An address that may be sent to: https, or plain http on this machine.
package struct WebAddress: Hashable, Sendable {
    package let text: String
    /// Whether plain http is allowed there, because nothing leaves the machine.
    let isLoopback: Bool

    /// - Throws: `.notSecure`, also for what is no address or holds a password.
    package init(_ text: String) throws(DeliveryProblem) {
        guard let address = SecureAddress(text) else { throw DeliveryProblem(.notSecure, text) }
        (self.text, isLoopback) = (address.text, address.isLoopback)
    }

    /// The address of something below this one.
    func appending(_ path: String) throws(DeliveryProblem) -> WebAddress {
        try WebAddress((text.hasSuffix("/") ? String(text.dropLast()) : text) + path)
    }
}
