/// Where a listener can be reached, as the system says.
package struct BoundAddress: Sendable {
    package let listener: Listener
    package let address: Address
    /// 0 for a Unix socket.
    package let port: UInt16

    package init(listener: Listener, address: Address, port: UInt16) {
        (self.listener, self.address, self.port) = (listener, address, port)
    }

    /// `ADDR:PORT`, with brackets around an IPv6 address; `local` for a Unix socket.
    package var text: String {
        switch address {
        case .v4: "\(address.text):\(port)"
        case .v6: "[\(address.text)]:\(port)"
        case .local: address.text
        }
    }
}
