/// Puts a bundle into the outbox, after its file is on the disk.
package struct AddBundle: Command {
    package let bundle: OutboxBundle
    /// The box that made it.
    package let box: String

    package init(_ bundle: OutboxBundle, box: String) {
        (self.bundle, self.box) = (bundle, box)
    }

    /// - Throws: `.conflict(.bundleOrder)` unless it follows the event's last one without a gap.
    package func execute(in transaction: Transaction) throws -> OutboxBundle {
        let last = try transaction.connection.lastBundled(of: bundle.event, box: box)
        guard bundle.range.lowerBound == last + 1 else { throw StoreError.conflict(.bundleOrder) }
        try transaction.connection.insert(bundle, box: box)
        return bundle
    }
}
