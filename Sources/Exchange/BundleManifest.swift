package import Attendance

/// What a bundle says about itself; its signature covers every part through the parts' hashes.
package struct BundleManifest: Codable, Hashable, Sendable {
    /// The format of a bundle for the province or for another box.
    package static let bundleFormat = "diemdanh-bundle/1"
    /// The format of what makes another box a second box of the event.
    package static let shareFormat = "diemdanh-share/1"

    package var format: String
    /// The same for the same box, event and range however often it is made.
    package var id: ID<EventBundle>
    package var box: String
    /// The minisign public key of the box, one line, `RWQ…`.
    package var publicKey: String
    package var event: ID<Event>
    /// The event's six digits as a number.
    package var number: Int
    /// Counts up with every bundle of this event from this box, with gaps: the last seq of the range.
    package var sequence: Int64
    package var ledger: LedgerRange
    package var counts = Counts()
    /// Every part but this one and its signature, in their order in the archive.
    package var parts: [Part] = []
    /// Proves to another box of the event that the signer holds the event's key; nothing to the province.
    package var eventProof: String
    /// RFC 3339.
    package var createdAt: String
    /// `diemdanh 0.1.0`.
    package var software: String

    package init(
        format: String, id: ID<EventBundle>, box: String, publicKey: String, event: ID<Event>, number: Int,
        ledger: LedgerRange, eventProof: String, createdAt: String, software: String
    ) {
        (self.format, self.id, self.box, self.publicKey) = (format, id, box, publicKey)
        (self.event, self.number, sequence, self.ledger) = (event, number, ledger.last, ledger)
        (self.eventProof, self.createdAt, self.software) = (eventProof, createdAt, software)
    }

    /// How many of each a bundle holds.
    package struct Counts: Codable, Hashable, Sendable {
        package var people = 0
        /// Entries of this event and of the box itself; those of other events are not counted.
        package var entries = 0
        /// Of the entries: scans, accepted and refused.
        package var scans = 0
        package var statements = 0

        package init() {}
    }

    /// One part of the archive.
    package struct Part: Codable, Hashable, Sendable {
        package var name: String
        package var bytes: Int
        /// 64 hexadecimal digits.
        package var sha256: String

        package init(name: String, bytes: Int, sha256: String) {
            (self.name, self.bytes, self.sha256) = (name, bytes, sha256)
        }
    }
}
