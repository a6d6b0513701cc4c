/// Who asks.
enum Caller: Sendable, Equatable {
    case nobody
    /// A program with a token of this name.
    case program(String)
    /// Somebody who signed in on the pages with a token.
    case officer(OfficerSession)

    /// The name of the token; nil for nobody.
    var name: String? {
        switch self {
        case .nobody: nil
        case .program(let name): name
        case .officer(let session): session.name
        }
    }
}
