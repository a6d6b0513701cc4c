package import Attendance

/// Takes a receipt in, by whatever road it came (biên nhận); the second time changes nothing.
///
/// Its signature is checked before.
package struct AcceptReceipt: Command {
    package let bundle: ID<OutboxBundle>
    package let scans: [ScanReceipt]
    /// How many refused lines the province could not name.
    package let unnamed: Int
    /// By what the receipt came.
    package let carrier: OutboxBundle.Carrier

    package init(bundle: ID<OutboxBundle>, scans: [ScanReceipt], unnamed: Int = 0, carrier: OutboxBundle.Carrier) {
        (self.bundle, self.scans, self.unnamed, self.carrier) = (bundle, scans, unnamed, carrier)
    }

    /// The bundle with its receipt.
    package struct Answer: Sendable {
        package let bundle: OutboxBundle
        /// False if the receipt was here before.
        package let isNew: Bool
    }

    /// - Throws: `.notFound(.bundle)` for a bundle that this box did not make; `.conflict(.receiptOfOtherScans)` unless
    ///   each scan of the bundle is answered: what is confirmed is no longer kept for the province.
    package func execute(in transaction: Transaction) throws -> Answer {
        let connection = transaction.connection
        guard var bundle = try connection.bundle(bundle, of: connection.boxID()) else {
            throw StoreError.notFound(.bundle)
        }
        guard bundle.state != .receipted else { return Answer(bundle: bundle, isNew: false) }
        guard try answers(connection.scans(of: bundle)) else { throw StoreError.conflict(.receiptOfOtherScans) }
        for scan in scans {
            try connection.run(
                "INSERT INTO receipt_scan VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", bundle.id, scan.scan,
                scan.result, scan.reason)
        }
        (bundle.state, bundle.problem) = (.receipted, nil)
        bundle.carrier = bundle.carrier ?? carrier
        bundle.receipt = try connection.receiptCounts(of: bundle.id, unnamed: unnamed, at: transaction.time)
        try connection.update(bundle)
        return Answer(bundle: bundle, isNew: true)
    }

    private func answers(_ expected: Set<ID<Scan>>) -> Bool {
        let named = Set(scans.map(\.scan))
        return named.isSubset(of: expected) && named.count + unnamed == expected.count
    }
}

extension Connection {
    /// The scans that a bundle carries: those of its event in its part of the ledger.
    fileprivate func scans(of bundle: OutboxBundle) throws -> Set<ID<Scan>> {
        Set(
            try all(
                """
                SELECT id FROM ledger WHERE seq BETWEEN ? AND ? AND kind = 'redeem'
                    AND session IN (SELECT id FROM session WHERE event = ?)
                """, bundle.range.lowerBound, bundle.range.upperBound, bundle.event
            ) { try $0[0] as ID<Scan> })
    }

    fileprivate func receiptCounts(
        of bundle: ID<OutboxBundle>, unnamed: Int, at time: Timestamp
    ) throws -> ReceiptCounts {
        var counts: [ScanReceipt.Result: Int] = [:]
        try forEach("SELECT result, COUNT(*) FROM receipt_scan WHERE bundle = ? GROUP BY result", bundle) {
            counts[try $0[0]] = try $0[1]
        }
        return ReceiptCounts(
            accepted: counts[.accepted] ?? 0, duplicate: counts[.duplicate] ?? 0,
            refused: (counts[.refused] ?? 0) + unnamed, receivedAt: time)
    }
}
