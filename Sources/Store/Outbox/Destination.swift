/// Where the record goes over the network.
package enum Destination: String, Sendable, CaseIterable {
    case province
    /// A learning record store of somebody else's, by xAPI.
    case lrs
    /// A web address that wants to know of sealed sessions.
    case webhook
}

extension Destination: SQLConvertible {}
