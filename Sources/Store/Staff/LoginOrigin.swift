package import Attendance
internal import Crypto

/// From where somebody types a PIN. Wrong ones count for each origin by itself: nobody elsewhere can lock a person out of
/// the box's own keyboard, an enrolled desk, or a browser in which they have signed in before.
package enum LoginOrigin: Hashable, Sendable {
    /// The box's own keyboard.
    case box
    /// The kiosk's own screen, before which anybody may stand.
    case kiosk
    case station(ID<Station>)
    /// A browser in which this person has signed in before, by the token it keeps.
    case browser(String)
    /// Everybody else together: on the network of the hall an address is soon another one.
    case elsewhere

    /// What is kept of it: of a token the hash.
    var name: String {
        switch self {
        case .box: "box"
        case .kiosk: "kiosk"
        case .station(let id): "station \(id)"
        case .browser(let token): "browser \(Hex.encode(Token.hash(token)))"
        case .elsewhere: "elsewhere"
        }
    }
}
