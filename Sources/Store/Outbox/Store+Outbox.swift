package import Attendance

extension Store {
    /// The bundles that this box made, the oldest first.
    package func bundles() throws(StoreError) -> [OutboxBundle] {
        try read { try $0.bundles(of: self.box.id) }
    }

    /// A bundle that this box made; nil for an unknown one.
    package func bundle(_ id: ID<OutboxBundle>) throws(StoreError) -> OutboxBundle? {
        try read { try $0.bundle(id, of: self.box.id) }
    }

    /// How the last attempts to reach a destination went; nil before the first.
    package func state(of destination: Destination) throws(StoreError) -> DestinationState? {
        try read { try $0.state(of: destination) }
    }

    /// The scans that the province refused, with its reasons.
    package func refusedScans() throws(StoreError) -> [ScanReceipt] {
        try read { connection in
            try connection.all(
                """
                SELECT DISTINCT scan, result, reason FROM receipt_scan JOIN bundle ON bundle.id = receipt_scan.bundle
                WHERE result = 'refused' AND box = ? ORDER BY scan
                """, self.box.id
            ) { ScanReceipt(scan: try $0[0], result: try $0[1], reason: try $0[2]) }
        }
    }

    /// Events of which something is in no bundle yet.
    package func unbundled(_ extent: NewsExtent) throws(StoreError) -> [EventNews] {
        try read { connection in
            try connection.news(extent) { try connection.lastBundled(of: $0, box: self.box.id) }
        }
    }

    /// Events of which a main system of others has not acknowledged everything.
    package func undelivered(to destination: Destination, _ extent: NewsExtent) throws(StoreError) -> [EventNews] {
        try read { connection in
            try connection.news(extent) { try connection.delivered($0, to: destination).seq }
        }
    }

    /// How far an event's record has arrived at a main system of others.
    package func delivered(_ event: ID<Event>, to destination: Destination) throws(StoreError) -> Delivered {
        try read { try $0.delivered(event, to: destination) }
    }

    /// How many statements or seals a main system of others has taken, and how many it has refused.
    package func delivered(to destination: Destination) throws(StoreError) -> (sent: Int, refused: Int) {
        try read { connection in
            try connection.first(
                "SELECT coalesce(sum(sent), 0), coalesce(sum(refused), 0) FROM delivered WHERE destination = ?",
                destination
            ) { (try $0[0], try $0[1]) } ?? (0, 0)
        }
    }

    /// Where the files of the bundles are.
    package var outboxFolder: String { folder.outbox }
}
