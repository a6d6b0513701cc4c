internal import Attendance
internal import Crypto
package import Exchange

/// Makes this box a second box of an event that another one has shared with it; doing it again brings newer people in.
package struct AdoptEvent: Command {
    package let share: EventBundle
    package let keys: ShareKeys
    package let actor: Actor

    package init(share: EventBundle, keys: ShareKeys, actor: Actor) {
        (self.share, self.keys, self.actor) = (share, keys, actor)
    }

    /// How many people are new here.
    ///
    /// - Throws: `.foreignBundle` for keys that do not belong to the event or a roster that is not whole, `.conflict(.eventNumber)` if another event of
    ///   this box has its number.
    package func execute(in transaction: Transaction) throws -> Int {
        guard let bytes = Hex.decode(keys.eventKey), bytes.count == 32, keys.codeModulus > 0,
            (0..<keys.codeModulus).contains(keys.codeResidue), keys.codeModulus < Code.count,
            (0...999_999).contains(share.event.number), share.unusablePeople.isEmpty
        else { throw StoreError.foreignBundle }
        let key = EventKey(number: share.event.number, bytes: bytes)
        guard key.vouches(for: share.manifest) else { throw StoreError.foreignBundle }
        if let known = try transaction.connection.eventKey(share.event.id, keys: transaction.keys) {
            guard constantTimeEqual(known.bytes, bytes) else { throw StoreError.foreignBundle }
        } else {
            try makeEvent(bytes, in: transaction)
        }
        let added = try transaction.addPeople(share.people, of: share.event.id, isList: true)
        let corrected = try transaction.correctPeople(share.people, of: share.event.id)
        try transaction.deriveAgain(transaction.joinSamePeople(share.people, of: share.event.id, by: actor))
        if added + corrected > 0 { try transaction.recordImport(of: share, entries: 0, by: actor) }
        return added
    }

    private func makeEvent(_ key: [UInt8], in transaction: Transaction) throws {
        guard try transaction.connection.event(number: share.event.number) == nil else {
            throw StoreError.conflict(.eventNumber)
        }
        guard let event = share.event.planned else { throw StoreError.foreignBundle }
        try transaction.connection.insert(event, sealedKey: transaction.keys.sealed(eventKey: key))
        for session in event.sessions { try transaction.connection.insert(session) }
        try transaction.connection.set(
            CodeClass(modulus: keys.codeModulus, residue: keys.codeResidue), of: event.id)
        var entry = LedgerEntry(.eventAdopted, actor: actor, in: transaction)
        (entry.event, entry.detail) = (event.id.uuid, share.manifest.publicKey)
        try transaction.append(entry)
        transaction.state.wantsBackup = true
    }
}

extension EventRecord {
    /// The event with its sessions, none of them open yet; nil where a time is no time.
    fileprivate var planned: Event? {
        let sessions = sessions.compactMap { session in
            session.definition.map { Session(id: session.id, event: id, definition: $0, state: .planned) }
        }
        guard sessions.count == self.sessions.count else { return nil }
        return Event(id: id, number: number, definition: definition, sessions: sessions)
    }
}

extension EventKey {
    /// Whether who signed the file holds this key too.
    func vouches(for manifest: BundleManifest) -> Bool {
        let expected = proof(box: manifest.box, publicKey: manifest.publicKey)
        return constantTimeEqual(Array(expected.utf8), Array(manifest.eventProof.utf8))
    }
}
