internal import Attendance
package import Exchange

/// Takes over what another box of an event has recorded.
///
/// Entries are known by their ids and scans by their nonces too, so that a bundle can come twice and in any order. Whether
/// sessions are open stays each box's own affair, and so do reasons in words: they may tell of somebody's health, and the
/// ledger's hash of them proves what was written. A line that cannot be used keeps no other one out.
package struct MergeBundle: Command {
    package let bundle: EventBundle
    package let actor: Actor

    package init(_ bundle: EventBundle, actor: Actor) {
        (self.bundle, self.actor) = (bundle, actor)
    }

    /// What is taken over: who was there, who registered, and by which clock.
    private static let kinds: Set<String> = [
        "clock_anchor", "redeem", "annul", "mark", "walk_in", "standing", "code_reissued",
    ]

    /// - Throws: `.notFound(.event)` for an event that this box does not have, `.foreignBundle` where the signer does not
    ///   hold the event's key. Nothing is written then.
    package func execute(in transaction: Transaction) throws -> MergeReport {
        let event = bundle.manifest.event
        guard try transaction.eventKey(event).vouches(for: bundle.manifest) else { throw StoreError.foreignBundle }
        var merge = EntryMerge(bundle)
        // Who was given the event keeps to the list of who gave it.
        let isList = try bundle.event.adopted != true && transaction.connection.isAdopted(event)
        merge.report.people = try transaction.addPeople(bundle.people, of: event, isList: isList)
        let corrected = isList ? try transaction.correctPeople(bundle.people, of: event) : 0
        for line in bundle.entries where Self.kinds.contains(line.kind) { try merge.take(line, in: transaction) }
        merge.join(try transaction.joinSamePeople(bundle.people, of: event, by: actor))
        try merge.finish(in: transaction)
        if merge.report.entries + merge.report.people + corrected > 0 {
            try transaction.recordImport(of: bundle, entries: merge.report.entries, by: actor)
        }
        return merge.report
    }
}

extension Transaction {
    /// By its id the file can be found again, and with it everything that came from it.
    func recordImport(of bundle: EventBundle, entries: Int, by actor: Actor) throws {
        var entry = LedgerEntry(.bundleImported, actor: actor, in: self)
        (entry.event, entry.number) = (bundle.manifest.event.uuid, Int64(entries))
        entry.detail = bundle.manifest.id.description
        try append(entry)
        state.wantsBackup = true
    }
}
