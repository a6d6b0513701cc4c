import Crypto

/// The body of `PUT /operators/{name}/pin`.
struct PINInput: Decodable {
    let pin: String

    /// The PIN as it is kept; 422 for what is none. Takes a tenth of a second.
    func hash() throws -> String {
        guard (6...8).contains(pin.utf8.count), pin.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw Problem.invalid("/pin", "must have 6 to 8 digits")
        }
        return try PINHash.make(pin)
    }
}
