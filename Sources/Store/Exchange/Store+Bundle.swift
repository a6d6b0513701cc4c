package import Attendance
internal import Crypto
package import Exchange
internal import FoundationEssentials

extension Store {
    /// What happened at an event after an entry of the ledger, as one commit left it; 0 for everything.
    ///
    /// The range ends with the entry `last`, or with the ledger. Of the entries of other events it has only their number and last hash. Citizen
    /// numbers are sealed to the province that receives the record. `isForBox` adds what only another box of the event is
    /// told: such a file must be encrypted to that box.
    package func bundle(
        of event: ID<Event>, after seq: Int64 = 0, through last: Int64? = nil, isForBox: Bool = false, software: String,
        now: ClockReading
    ) throws(StoreError) -> EventBundle {
        try read { connection in
            guard let known = try connection.event(event),
                let eventKey = try connection.eventKey(event, keys: self.keys)
            else { throw StoreError.notFound(.event) }
            var record = EventRecord(known)
            if try connection.isAdopted(event) { record.adopted = true }
            let province = try self.province(connection)?.ageKey
            let people =
                isForBox
                ? try connection.sharedRecords(of: event, keys: self.keys, sealedTo: province)
                : try connection.personRecords(of: event, keys: self.keys, sealedTo: province)
            let head = try connection.ledgerHead(at: last)
            let extract = try LedgerExtract(
                record, people, after: min(seq, head.entries), through: head.entries, box: self.box.id, connection)
            let range = LedgerRange(
                first: min(seq, head.entries) + 1, last: head.entries, previousHash: extract.previousHash,
                lastHash: head.hash)
            let time = try Timeline(connection).time(now)
            return EventBundle(
                manifest: self.manifest(
                    BundleManifest.bundleFormat, record, range, eventKey, software: software, time: time),
                event: record, people: people, ledger: extract.items, statements: extract.statements)
        }
    }

    /// The file of a bundle, signed with this box's key.
    package func file(_ bundle: EventBundle) throws(ExchangeError) -> [UInt8] {
        try BundleWriter.bytes(bundle, key: MinisignKey(keys.signingKey))
    }

    /// What a file of this box says about itself; its id follows from the range.
    func manifest(
        _ format: String, _ event: EventRecord, _ range: LedgerRange, _ key: EventKey, software: String,
        time: Timestamp
    ) -> BundleManifest {
        let publicKey = box.publicKey
        let name = "\(format)\n\(box.id)\n\(range.first)\n\(range.last)\n\(range.lastHash)"
        return BundleManifest(
            format: format, id: ID(UUID(name: name, in: event.id.uuid)), box: box.id, publicKey: publicKey,
            event: event.id, number: event.number, ledger: range,
            eventProof: key.proof(box: box.id, publicKey: publicKey), createdAt: time.rfc3339(), software: software)
    }
}

extension Connection {
    /// Whether another box has shared the event with this one.
    func isAdopted(_ event: ID<Event>) throws -> Bool {
        try first(
            "SELECT 1 FROM ledger WHERE kind = 'event_adopted' AND kind <> 'redeem' AND event = ?", event
        ) { _ in true } ?? false
    }

    /// The ledger's end as it was after an entry; without one, or beyond the end, as it is.
    fileprivate func ledgerHead(at seq: Int64?) throws -> LedgerHead {
        guard let seq else { return try LedgerHead(self) }
        return try first("SELECT seq, hash FROM ledger WHERE seq = ?", seq) {
            LedgerHead(entries: try $0[0], bytes: try $0[1])
        } ?? LedgerHead(self)
    }
}
