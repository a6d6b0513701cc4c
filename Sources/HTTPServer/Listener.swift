/// The door a request came in by; each one is a daemon of its own with its own connection limit.
package enum Listener: Sendable, Hashable {
    /// Plain HTTP on the network of the venue.
    case main
    /// HTTPS, TLS 1.2 or later.
    case tls
    /// The box's own screen, on loopback.
    case kiosk
    /// The Unix socket of the command line; its requests are exempt from the Host check.
    case control
}
