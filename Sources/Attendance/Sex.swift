/// The sex on the card or in the roster's Nam | Nữ columns.
package enum Sex: String, Codable, Hashable, Sendable, CaseIterable {
    case female
    case male
}
