package import Attendance

/// What the province made of the scans of a bundle.
package struct ReceiptCounts: Hashable, Sendable {
    package let accepted: Int
    /// Known there already, from another road or another box.
    package let duplicate: Int
    package let refused: Int
    /// When the receipt reached this box.
    package let receivedAt: Timestamp

    package init(accepted: Int, duplicate: Int, refused: Int, receivedAt: Timestamp) {
        (self.accepted, self.duplicate, self.refused) = (accepted, duplicate, refused)
        self.receivedAt = receivedAt
    }
}
