/// The ledger that an entry was first written into, and its seq there.
///
/// A second box of an event takes over the entries of the first; a restored box begins with those of the lost one.
package struct LedgerOrigin: Codable, Hashable, Sendable {
    package var box: String
    package var seq: Int64

    package init(box: String, seq: Int64) {
        (self.box, self.seq) = (box, seq)
    }
}
