package import Attendance
package import Crypto
package import Exchange

extension Store {
    /// The file that makes another box a second box of the event, for that box alone; its manifest beside it.
    ///
    /// - Throws: `StoreError`, or `ExchangeError` for a key that nothing can be encrypted to.
    package func share(
        _ event: ID<Event>, with key: MinisignPublicKey, by actor: Actor, software: String, now: ClockReading
    ) throws -> (manifest: BundleManifest, file: [UInt8]) {
        guard let recipient = try? AgreementPublicKey(key.key) else { throw ExchangeError.notMade }
        let codes = try perform(ShareEvent(event: event, key: key, actor: actor))
        let (share, eventKey) = try read { try self.share(of: event, software: software, now: now, $0) }
        let keys = ShareKeys(
            eventKey: Hex.encode(eventKey.bytes), codeModulus: codes.codeModulus, codeResidue: codes.codeResidue)
        let file = try ShareFile.bytes(share, keys, key: MinisignKey(self.keys.signingKey), to: recipient)
        return (share.manifest, file)
    }

    /// Opens a bundle or share that came from another box; what is encrypted must be encrypted to this one.
    package func opened(_ file: [UInt8]) throws(ExchangeError) -> BundleReader {
        try BundleReader(file, identity: try? AgreementKey(keys.signingKey))
    }

    /// The event and its roster; of the ledger only where it ends.
    private func share(
        of event: ID<Event>, software: String, now: ClockReading, _ connection: Connection
    ) throws -> (EventBundle, EventKey) {
        guard let known = try connection.event(event), let key = try connection.eventKey(event, keys: keys) else {
            throw StoreError.notFound(.event)
        }
        let head = try LedgerHead(connection)
        let range = LedgerRange(
            first: head.entries + 1, last: head.entries, previousHash: head.hash, lastHash: head.hash)
        let record = EventRecord(known)
        let manifest = manifest(
            BundleManifest.shareFormat, record, range, key, software: software,
            time: try Timeline(connection).time(now))
        let people = try connection.sharedRecords(of: event, keys: keys, sealedTo: nil)
        return (EventBundle(manifest: manifest, event: record, people: people, ledger: [], statements: []), key)
    }
}

extension Connection {
    /// Everybody of an event with what only another box of it is told.
    func sharedRecords(
        of event: ID<Event>, keys: BoxKeys, sealedTo province: AgreementPublicKey?
    ) throws -> [PersonRecord] {
        let (sealed, hashes) = (try sealedRosterNumbers(of: event), try numberHashes(of: event, keys))
        let people = try enrolments(of: event)
        return try zip(people, personRecords(of: event, keys: keys, sealedTo: province)).map { person, record in
            var shared = PersonRecord.Shared()
            (shared.phone, shared.address) = (person.participant.phone, person.participant.address)
            (shared.note, shared.sheet, shared.row) = (person.note, person.sheet, person.row)
            shared.number = sealed[person.enrolment.id].map { Hex.encode($0) }
            shared.numberHash = hashes[person.enrolment.id].map { Hex.encode($0) }
            var record = record
            record.shared = shared
            return record
        }
    }

    /// The numbers of cards and of the roster, as far as they are known, under the event's key.
    func numberHashes(of event: ID<Event>, _ keys: BoxKeys) throws -> [ID<Enrolment>: [UInt8]] {
        guard let key = try eventKey(event, keys: keys) else { return [:] }
        var hashes = try citizenNumbers(of: event, keys).mapValues(key.numberHash)
        try forEach("SELECT id, number_hash FROM enrolment WHERE event = ? AND number_hash IS NOT NULL", event) {
            hashes[try $0[0]] = try $0[1]
        }
        return hashes
    }

    private func sealedRosterNumbers(of event: ID<Event>) throws -> [ID<Enrolment>: [UInt8]] {
        var numbers: [ID<Enrolment>: [UInt8]] = [:]
        try forEach(
            """
            SELECT id, sealed_citizen_number FROM enrolment WHERE event = ? AND sealed_citizen_number IS NOT NULL
            """, event
        ) { numbers[try $0[0]] = try $0[1] }
        return numbers
    }
}
