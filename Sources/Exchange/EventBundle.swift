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

    /// The entries without the runs of other events, read as they are asked for: there may be hundreds of thousands.
    package var entries: some Sequence<LedgerLine> { ledger.lazy.compactMap(\.entry) }

    /// How many entries there are, and how many of them are scans.
    var entryCounts: (all: Int, scans: Int) {
        entries.reduce(into: (all: 0, scans: 0)) { counts, line in
            counts.all += 1
            counts.scans += line.isScan ? 1 : 0
        }
    }

    /// The entries, each with the number of its line in `ledger.jsonl`, counted from 1.
    package var numberedEntries: some Sequence<(line: Int, entry: LedgerLine)> {
        let unusable = Set(unusableLines.map(\.line))
        let usable = (1..<ledger.count + unusable.count + 1).lazy.filter { !unusable.contains($0) }
        return zip(usable, ledger).lazy.compactMap { line, item in item.entry.map { (line, $0) } }
    }
}
