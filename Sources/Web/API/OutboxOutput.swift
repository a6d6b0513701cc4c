import Attendance
import Delivery
import Store

/// What waits to be delivered, what is under way, and what came back.
struct OutboxOutput: Encodable {
    let counts: Counts
    let scans: ScanCounts
    let province: ProvinceOutput
    /// By which the province knows this box: what is to be registered there.
    let boxKey: String
    /// Each event by itself: whether its whole record has arrived.
    let events: [EventDeliveryOutput]
    /// Whether a push that somebody asked for is under way.
    let pushing: Bool
    let destinations: [DestinationOutput]
    let items: [BundleOutput]
    let refused: [RefusedScan]

    /// How many bundles.
    struct Counts: Encodable {
        /// With the province's receipt.
        let sent: Int
        let waiting: Int
        let refused: Int
    }

    /// Scans by what the receipts say of them.
    struct ScanCounts: Encodable {
        let accepted: Int
        let duplicate: Int
        let refused: Int
    }

    /// A scan that the province did not take.
    struct RefusedScan: Encodable {
        let scan: String
        @OrNull var reason: String?

        init(_ receipt: ScanReceipt) {
            (scan, reason) = (receipt.scan.description, receipt.reason)
        }
    }

    enum CodingKeys: String, CodingKey {
        case counts, scans, province, events, pushing, destinations, items, refused
        case boxKey = "box_key"
    }

    init(_ outbox: Outbox, isPushing: Bool, now: ClockReading) throws {
        let store = outbox.store
        let bundles = try store.bundles()
        let known = try store.events()
        let events = known.reduce(into: [:]) { $0[$1.id] = $1 }
        let unbundled = Set(try store.unbundled(.everything).map(\.event))
        self.events = known.map { event in
            EventDeliveryOutput(
                event, bundles.filter { $0.event == event.id }, hasNews: unbundled.contains(event.id))
        }
        counts = Counts(bundles)
        scans = ScanCounts(bundles)
        province = try ProvinceOutput(store)
        boxKey = store.box.publicKey
        pushing = isPushing
        destinations = try Destination.allCases.compactMap { try DestinationOutput($0, store: store, now: now) }
        items = bundles.map { BundleOutput($0, event: events[$0.event]) }
        refused = try store.refusedScans().map(RefusedScan.init)
    }
}

extension OutboxOutput.Counts {
    /// Of these.
    init(_ bundles: [OutboxBundle]) {
        sent = bundles.count { $0.state == .receipted }
        refused = bundles.count { $0.state == .refused }
        waiting = bundles.count - sent - refused
    }
}

extension OutboxOutput.ScanCounts {
    /// Of these bundles.
    init(_ bundles: [OutboxBundle]) {
        let receipts = bundles.compactMap(\.receipt)
        accepted = receipts.reduce(0) { $0 + $1.accepted }
        duplicate = receipts.reduce(0) { $0 + $1.duplicate }
        refused = receipts.reduce(0) { $0 + $1.refused }
    }
}
