/// Writes down that a bundle's file was made again; one that has its receipt needs none any more.
package struct RemakeBundle: Command {
    package let bundle: OutboxBundle

    package init(_ bundle: OutboxBundle) {
        self.bundle = bundle
    }

    /// - Throws: `.notFound(.bundle)`.
    package func execute(in transaction: Transaction) throws -> OutboxBundle {
        let connection = transaction.connection
        guard var known = try connection.bundle(bundle.id, of: connection.boxID()) else {
            throw StoreError.notFound(.bundle)
        }
        if known.state == .receipted { return known }
        (known.size, known.hash) = (bundle.size, bundle.hash)
        (known.madeAt, known.sealedTo) = (bundle.madeAt, bundle.sealedTo)
        try connection.updateFile(known)
        return known
    }
}
