/// Why a server does not start.
package enum ServerError: Error, Sendable, CustomStringConvertible {
    /// The place is neither a numeric address nor a usable path.
    case badPlace(String)
    /// The socket cannot be made, bound or listened on.
    case cannotListen(on: String, SystemError)
    /// A TLS listener without certificate and key.
    case noIdentity
    /// libmicrohttpd refused: its reason is in the log; mostly a certificate that does not fit its key.
    case cannotStart(Listener)

    /// The facts in English, for a log.
    package var description: String {
        switch self {
        case .badPlace(let place): "\(place) is no address to listen on"
        case .cannotListen(let place, let error): "cannot listen on \(place): \(error)"
        case .noIdentity: "a TLS listener needs a certificate and a key"
        case .cannotStart(let listener): "the \(listener) listener does not start"
        }
    }
}
