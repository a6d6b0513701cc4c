/// What an officer says about two people who look alike.
package struct PersonDecision: Decodable, Sendable {
    package let first: Int64
    package let second: Int64
    package let decision: Kind

    package init(first: Int64, second: Int64, decision: Kind) {
        (self.first, self.second, self.decision) = (first, second, decision)
    }

    /// One person or two.
    package enum Kind: String, Decodable, Sendable {
        case merge
        case keepApart = "keep_apart"
    }

    /// Why it cannot be remembered.
    package enum Failure: Error, Equatable {
        case unknownPerson
    }
}
