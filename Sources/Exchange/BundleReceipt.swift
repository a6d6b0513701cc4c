package import Attendance

/// The province's answer to a bundle: what became of each of its scans.
package struct BundleReceipt: Codable, Hashable, Sendable {
    /// The manifest's id.
    package var bundle: ID<EventBundle>
    /// The box that the bundle came from.
    package var box: String
    package var accepted: Int
    package var duplicate: Int
    package var refused: Int
    /// One line for every entry of kind `redeem`, and for every line that may have been one, in the order of the ledger.
    package var scans: [Line]
    /// RFC 3339: when the province took the bundle.
    package var receivedAt: String

    package init(bundle: ID<EventBundle>, box: String, scans: [Line], receivedAt: String) {
        (self.bundle, self.box, self.scans, self.receivedAt) = (bundle, box, scans, receivedAt)
        accepted = scans.count { $0.result == .accepted }
        duplicate = scans.count { $0.result == .duplicate }
        refused = scans.count { $0.result == .refused }
    }

    /// What became of one scan.
    package struct Line: Codable, Hashable, Sendable {
        /// Nil where the line of the ledger is too damaged to say it.
        package var id: ID<Scan>?
        package var result: Result
        /// Why it was refused, a short word.
        package var reason: String?

        package init(id: ID<Scan>?, result: Result, reason: String? = nil) {
            (self.id, self.result, self.reason) = (id, result, reason)
        }
    }

    /// Whether the province has stored a scan.
    package enum Result: String, Codable, Sendable, CaseIterable {
        case accepted
        /// It was there already, from an earlier bundle or another box.
        case duplicate
        case refused
    }
}
