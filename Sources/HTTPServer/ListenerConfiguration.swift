/// One door: who is expected there and where it is.
package struct ListenerConfiguration: Sendable {
    /// Where a listener is.
    package enum Place: Sendable {
        /// A numeric address (`0.0.0.0`, `::` for both families, `127.0.0.1`) and a port, 0 for any.
        case address(String, port: UInt16)
        /// A bound, listening socket handed over by systemd; the server closes it at its end.
        case inherited(descriptor: Int32)
        /// A Unix socket, readable by its owner only; a file left there by an earlier process is replaced.
        case unix(path: String)
    }

    package var listener: Listener
    package var place: Place
    /// Required by ``Listener/tls``, unused by the others.
    package var identity: TLSIdentity?

    /// A door from its parts.
    package init(_ listener: Listener, at place: Place, identity: TLSIdentity? = nil) {
        self.listener = listener
        self.place = place
        self.identity = identity
    }
}
