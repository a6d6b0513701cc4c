/// What happened at one event in one range of a box's ledger: the file that reaches the province.
///
/// `people` holds everybody of the event, so that each bundle stands by itself; `ledger` and `statements` hold what is
/// new in the range.
package struct EventBundle: Hashable, Sendable {
    package var manifest: BundleManifest
    package var event: EventRecord
    package var people: [PersonRecord]
    package var ledger: [LedgerItem]
    /// Empty in a bundle that was read: nobody who reads one needs more than ``BundleReader/statementLines()``.
    package var statements: [XAPIStatement]
    /// The lines of the ledger that could not be used, in their order; none in a bundle that this program makes.
    package var unusableLines: [UnusableLine] = []
    /// The lines of `people.jsonl` that could not be read, have no name, or name somebody again, counted from 1.
    package var unusablePeople: [Int] = []

    package init(
        manifest: BundleManifest, event: EventRecord, people: [PersonRecord], ledger: [LedgerItem],
        statements: [XAPIStatement]
    ) {
        (self.manifest, self.event, self.people) = (manifest, event, people)
        (self.ledger, self.statements) = (ledger, statements)
    }

    /// The entries without the runs of other events.
    package var entries: [LedgerLine] { ledger.compactMap(\.entry) }

    /// The entries, each with the number of its line in `ledger.jsonl`, counted from 1.
    package var numberedEntries: [(line: Int, entry: LedgerLine)] {
        let unusable = Set(unusableLines.map(\.line))
        var line = 0
        return ledger.compactMap { item in
            repeat { line += 1 } while unusable.contains(line)
            return item.entry.map { (line, $0) }
        }
    }
}
