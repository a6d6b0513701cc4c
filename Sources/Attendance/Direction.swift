/// Which way a scan went.
package enum Direction: String, Codable, Hashable, Sendable, CaseIterable {
    case entry
    case exit
}
