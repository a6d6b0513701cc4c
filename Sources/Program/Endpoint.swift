package import HTTPServer

/// `ADDR:PORT`, as options and settings write it.
package struct Endpoint {
    package let address: String
    package let port: UInt16

    /// Reads `127.0.0.1:8080`, `[::]:80`; throws ``Failure`` for anything else.
    package init(_ text: String) throws {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            throw Failure(description: "\(text) is not ADDR:PORT", status: .usage)
        }
        let address = text[..<colon].filter { $0 != "[" && $0 != "]" }
        guard Address(String(address)) != nil else {
            throw Failure(description: "\(address) is no address", status: .usage)
        }
        (self.address, self.port) = (String(address), port)
    }

    /// The place that a listener will have; nil for port 0, which nobody knows before.
    package func place(of listener: Listener) -> BoundAddress? {
        guard port != 0 else { return nil }
        return Address(address).map { BoundAddress(listener: listener, address: $0, port: port) }
    }

    /// A door at this place.
    package func listener(_ listener: Listener, identity: TLSIdentity? = nil) -> ListenerConfiguration {
        ListenerConfiguration(listener, at: .address(address, port: port), identity: identity)
    }
}
