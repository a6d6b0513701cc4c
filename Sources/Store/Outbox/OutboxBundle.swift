package import Attendance

/// A part of an event's record on its way to the province (gói).
///
/// Its id follows from the entries it covers: a file that was lost is made again as the same bundle.
package struct OutboxBundle: Hashable, Sendable {
    /// What its receipt calls it.
    package let id: ID<OutboxBundle>
    /// `BOX8-EVENT-SEQ`: the name of its file without the ending.
    package let name: String
    package let event: ID<Event>
    /// The entries of the ledger that it covers.
    package let range: ClosedRange<Int64>
    /// The length of its file in bytes.
    package var size: Int64
    /// The SHA-256 of its file.
    package var hash: [UInt8]
    package var madeAt: Timestamp
    /// The key (`age1…`) that the citizen numbers in the file are sealed to; nil where none is.
    package var sealedTo: String?
    package var state = State.waiting
    /// By what it was last sent or carried; nil before that.
    package var carrier: Carrier?
    /// How often it was sent over the network.
    package var attempts = 0
    /// What went wrong the last time; nil if nothing did.
    package var problem: DeliveryProblem?
    /// What the province said; nil before its receipt.
    package var receipt: ReceiptCounts?

    package init(
        id: ID<OutboxBundle>, name: String, event: ID<Event>, range: ClosedRange<Int64>, size: Int64, hash: [UInt8],
        madeAt: Timestamp, sealedTo: String? = nil
    ) {
        (self.id, self.name, self.event, self.range) = (id, name, event, range)
        (self.size, self.hash, self.madeAt, self.sealedTo) = (size, hash, madeAt, sealedTo)
    }

    /// How far it has come.
    package enum State: String, Sendable, CaseIterable {
        case waiting
        /// A connection to the province is open.
        case sending
        /// A stick or a phone took it along; only the receipt tells whether it arrived.
        case sent
        /// The province has confirmed it.
        case receipted
        /// The province does not want it.
        case refused
    }

    /// What brings it to the province.
    package enum Carrier: String, Sendable {
        case https, usb, phone
    }
}
