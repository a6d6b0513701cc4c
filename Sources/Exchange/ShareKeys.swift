/// `keys.json` of a share: what makes another box a second box of the event. Only ever written into an encrypted file.
package struct ShareKeys: Codable, Hashable, Sendable {
    /// The event's key, 64 hexadecimal digits: it makes and checks badges and opens the roster's citizen numbers.
    package var eventKey: String
    /// The other box gives out the codes whose serial leaves `codeResidue` when divided by `codeModulus`.
    package var codeModulus: Int
    package var codeResidue: Int

    package init(eventKey: String, codeModulus: Int, codeResidue: Int) {
        (self.eventKey, self.codeModulus, self.codeResidue) = (eventKey, codeModulus, codeResidue)
    }
}
