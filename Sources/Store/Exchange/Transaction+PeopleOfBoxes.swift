internal import Attendance
internal import Crypto
internal import Exchange

extension Transaction {
    /// Adds the people of another box who are not known here yet; of who is known only ``correctPeople(_:of:)`` says more.
    ///
    /// `isList` says that the other box has the list, and with it the rows. Returns how many are new.
    func addPeople(_ people: [PersonRecord], of event: ID<Event>, isList: Bool) throws -> Int {
        let key = try eventKey(event)
        var added = 0
        for record in people {
            if try connection.person(enrolment: record.enrolment) == nil {
                guard let person = Newcomer(record, key) else { throw StoreError.foreignBundle }
                try add(person, to: event, isList: isList)
                added += 1
            }
            try connection.keep(record.consents ?? [], of: record.enrolment)
            if let hash = record.shared?.numberHash.flatMap(Hex.decode), hash.count == 32 {
                try connection.keep(numberHash: hash, of: record.enrolment)
            }
        }
        return added
    }

    /// The hash of a citizen number; nil where somebody else here has it: one hash stands for one person.
    func freeHash(of number: String?, for person: KnownPerson) throws -> [UInt8]? {
        guard let hash = number.map(keys.citizenHash) else { return nil }
        return try person.citizenHash == hash || !connection.hasCitizen(hash) ? hash : nil
    }

    private func add(_ newcomer: Newcomer, to event: ID<Event>, isList: Bool) throws {
        var known = newcomer.person
        if try connection.participant(known.participant.id) == nil {
            known.citizenHash = try freeHash(of: newcomer.number, for: known)
            if known.citizenHash == nil { known.participant.citizenNumberTail = nil }
            try connection.insert(known)
        }
        if isList, let row = newcomer.row { try connection.free(row, of: event) }
        let row = try newcomer.row.flatMap { try connection.isTaken($0, in: event) ? nil : $0 }
        // Only a restored box can have given the same code to somebody else.
        let isTaken = try connection.isCodeTaken(newcomer.code, in: event)
        try connection.insert(newcomer, code: isTaken ? freeCode(in: event) : newcomer.code, row: row, in: event)
        name(newcomer.record.enrolment, known.participant.name, in: event)
    }
}

/// A person of another box, read from its file.
struct Newcomer {
    let record: PersonRecord
    let person: KnownPerson
    let code: Code
    let standing: Enrolment.Standing
    /// The citizen number of a roster.
    let number: String?
    /// Where the list has the person; nil where only the boxes of the event could know it.
    let row: RosterRow?

    /// Nil where something is not what it should be.
    init?(_ record: PersonRecord, _ key: EventKey) {
        guard !record.name.isEmpty, let code = Code(record.code), code.digits == record.code,
            let standing = Enrolment.Standing(rawValue: record.standing)
        else { return nil }
        (self.record, self.code, self.standing) = (record, code, standing)
        var participant = Participant(id: record.participant, name: record.name)
        (participant.birth, participant.sex) = (record.birth.flatMap(BirthDate.init(iso:)), record.sex)
        (participant.ethnicity, participant.commune) = (record.ethnicity, record.commune?.name)
        if let unit = record.commune?.code, let snapshot = record.commune?.snapshot {
            participant.communeUnit = UnitCode(code: unit, snapshot: snapshot)
        }
        (participant.phone, participant.address) = (record.shared?.phone, record.shared?.address)
        participant.citizenNumberTail = record.numberSuffix
        person = KnownPerson(participant: participant, citizenHash: nil)
        row = record.shared?.rosterRow
        let sealed = record.shared?.number.flatMap(Hex.decode)
        number = sealed.flatMap { try? key.citizenNumber($0, of: record.enrolment) }
    }
}

extension PersonRecord.Shared {
    /// Where the list has the person.
    fileprivate var rosterRow: RosterRow? {
        guard let sheet, let row else { return nil }
        return RosterRow(sheet: sheet, row: row)
    }
}

extension Connection {
    /// Consents that another box has recorded; what is here already stays.
    fileprivate func keep(_ consents: [PersonRecord.Consent], of enrolment: ID<Enrolment>) throws {
        for consent in consents {
            guard let at = Timestamp(rfc3339: consent.at) else { throw StoreError.foreignBundle }
            try run(
                """
                INSERT INTO consent (enrolment, purpose, text_version, method, at)
                SELECT coalesce(same_as, id), ?, ?, ?, ? FROM enrolment WHERE id = ? ON CONFLICT DO NOTHING
                """, consent.purpose, consent.textVersion, consent.method, at, enrolment)
        }
    }

    fileprivate func hasCitizen(_ hash: [UInt8]) throws -> Bool {
        try first("SELECT 1 FROM participant WHERE citizen_hash = ?", hash) { _ in true } ?? false
    }

    fileprivate func isCodeTaken(_ code: Code, in event: ID<Event>) throws -> Bool {
        try first("SELECT 1 FROM enrolment WHERE event = ? AND code = ?", event, code) { _ in true } ?? false
    }

    fileprivate func isTaken(_ row: RosterRow, in event: ID<Event>) throws -> Bool {
        try first(
            "SELECT 1 FROM enrolment WHERE event = ? AND sheet = ? AND row = ?", event, row.sheet, row.row
        ) { _ in true } ?? false
    }

    fileprivate func insert(_ newcomer: Newcomer, code: Code, row: RosterRow?, in event: ID<Event>) throws {
        let record = newcomer.record
        let shared = record.shared
        try run(
            """
            INSERT INTO enrolment (id, event, participant, code, standing, is_walk_in, sort_key, position, organisation,
                note, sheet, row, sealed_citizen_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            record.enrolment, event, record.participant, code, newcomer.standing, record.walkIn,
            SortKey(record.name).bytes, record.position, record.organisation, shared?.note, row?.sheet, row?.row,
            newcomer.number == nil ? nil : shared?.number.flatMap(Hex.decode))
        try giveOut(code, to: record.enrolment)
        for earlier in (record.earlierCodes ?? []).compactMap({ Code($0) }) where earlier != code {
            try run("INSERT INTO code (number, enrolment, is_current) VALUES (?, ?, 0)", earlier, record.enrolment)
        }
        if !record.walkIn { try run("UPDATE event SET roster_count = roster_count + 1 WHERE id = ?", event) }
    }
}
