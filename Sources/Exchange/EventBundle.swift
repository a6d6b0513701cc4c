/// What happened at one event in one range of a box's ledger: the file that reaches the province.
///
/// `people` holds everybody of the event, so that each bundle stands by itself; `ledger` and `statements` hold what is
/// new in the range.
package struct EventBundle: Hashable, Sendable {
    package var manifest: BundleManifest
    package var event: EventRecord
    package var people: [PersonRecord]
    package var ledger: [LedgerItem]
    package var statements: [XAPIStatement]

    package init(
        manifest: BundleManifest, event: EventRecord, people: [PersonRecord], ledger: [LedgerItem],
        statements: [XAPIStatement]
    ) {
        (self.manifest, self.event, self.people) = (manifest, event, people)
        (self.ledger, self.statements) = (ledger, statements)
    }

    /// The entries without the runs of other events.
    package var entries: [LedgerLine] { ledger.compactMap(\.entry) }
}
