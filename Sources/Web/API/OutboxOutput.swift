import Attendance
import Crypto
import Delivery
import Store

/// What waits to be delivered, what is under way, and what came back.
struct OutboxOutput: Encodable {
    let counts: Counts
    let scans: ScanCounts
    let province: Province
    /// Whether a push that somebody asked for is under way.
    let pushing: Bool
    let destinations: [DestinationOutput]
    let items: [BundleOutput]
    let refused: [RefusedScan]

    /// Bundles.
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

    /// The province of the settings.
    struct Province: Encodable {
        let configured: Bool
        @OrNull var url: String?
        /// The public key that receipts are checked with, as minisign prints it.
        @OrNull var signKey: String?

        init(_ settings: ProvinceSettings?) {
            (configured, url, signKey) = (settings != nil, settings?.url, settings?.signKey.line)
        }

        enum CodingKeys: String, CodingKey {
            case configured, url
            case signKey = "sign_key"
        }
    }

    /// A scan that the province did not take.
    struct RefusedScan: Encodable {
        let scan: String
        @OrNull var reason: String?

        init(_ receipt: ScanReceipt) {
            (scan, reason) = (receipt.scan.description, receipt.reason)
        }
    }

    init(_ outbox: Outbox, isPushing: Bool, now: ClockReading) throws {
        let store = outbox.store
        let bundles = try store.bundles()
        let events = try store.events().reduce(into: [:]) { $0[$1.id] = $1 }
        counts = Counts(bundles)
        scans = ScanCounts(bundles)
        province = Province(store.province)
        pushing = isPushing
        destinations = try Destination.allCases.compactMap { try DestinationOutput($0, store: store, now: now) }
        items = bundles.map { BundleOutput($0, event: events[$0.event]) }
        refused = try store.refusedScans().map(RefusedScan.init)
    }
}

extension OutboxOutput.Counts {
    fileprivate init(_ bundles: [OutboxBundle]) {
        sent = bundles.count { $0.state == .receipted }
        refused = bundles.count { $0.state == .refused }
        waiting = bundles.count - sent - refused
    }
}

extension OutboxOutput.ScanCounts {
    fileprivate init(_ bundles: [OutboxBundle]) {
        let receipts = bundles.compactMap(\.receipt)
        accepted = receipts.reduce(0) { $0 + $1.accepted }
        duplicate = receipts.reduce(0) { $0 + $1.duplicate }
        refused = receipts.reduce(0) { $0 + $1.refused }
    }
}
