import Attendance
import Crypto
import Exchange

/// Bundles made by hand, with a chain that holds.
enum TestBundle {
    static let key = MinisignKey(SigningKey())
    static let event: ID<Event> = id(1)
    static let session: ID<Session> = id(2)

    /// An id that a test can name.
    static func id<Subject>(_ number: UInt8) -> ID<Subject> {
        guard let id = ID<Subject>("01900000-0000-7000-8000-0000000000" + Hex.encode([number])) else {
            preconditionFailure("no id")
        }
        return id
    }

    /// A bundle of two people, `scans` entries of the first one's and a run of another event's entries.
    static func make(scans: Int = 3, key: MinisignKey = key) -> EventBundle {
        let ledger = items(scans: scans)
        let range = LedgerRange(
            first: 1, last: Int64(scans) + 4, previousHash: LedgerChain.noHash, lastHash: lastHash(ledger))
        let manifest = BundleManifest(
            format: BundleManifest.bundleFormat, id: id(3), box: "0190abcd-0000-7000-8000-000000000009",
            publicKey: key.publicKey.line, event: event, number: 4_215, ledger: range, eventProof: "",
            createdAt: "2024-08-15T11:30:00+07:00", software: "test")
        return EventBundle(
            manifest: manifest, event: EventRecord(eventFacts), people: people, ledger: ledger, statements: [])
    }

    private static var eventFacts: Event {
        var definition = EventDefinition(name: "Tập huấn OCOP", kind: .class)
        definition.programme = "OCOP"
        definition.indicators = [EventDefinition.Indicator(id: "nu", name: "Nữ", unit: "%", measure: "share")]
        definition.indicators[0].numerator = ["kinh_dtts": "DTTS"]
        let start = Timestamp(milliseconds: 1_723_681_800_000)
        let sessions = [
            Session(
                id: session, event: event,
                definition: SessionDefinition(
                    key: "d1", title: "Sáng", startsAt: start, endsAt: start.adding(minutes: 240)),
                state: .planned)
        ]
        return Event(id: event, number: 4_215, definition: definition, sessions: sessions)
    }

    private static var people: [PersonRecord] {
        (UInt8(0)..<2).map { number in
            var person = Participant(id: id(10 + number), name: "Bàn Thị Ví Dụ \(number)")
            (person.sex, person.birth) = (.female, BirthDate(year: 1990))
            (person.commune, person.communeUnit) = ("Minh Quang", UnitCode(code: "09700", snapshot: "2024"))
            let enrolment = Enrolment(
                id: id(20 + number), event: event, participant: person.id, code: Code(serial: Int(number)))
            return PersonRecord(person, enrolment)
        }
    }

    /// A boot, a run of two others, the scans, and their seal.
    private static func items(scans: Int) -> [LedgerItem] {
        var items: [LedgerItem] = []
        var boot = line(1, "boot")
        boot.detail = boot.bootID
        append(.entry(boot), to: &items)
        items.append(.others(.init(first: 2, last: 3, hash: String(repeating: "ab", count: 32))))
        for number in 0..<scans {
            var scan = line(Int64(4 + number), "redeem")
            (scan.session, scan.enrolment, scan.nonce) = (session, id(20), "00\(Hex.encode([UInt8(number)]))")
            (scan.outcome, scan.direction, scan.presented) = (number == 0 ? "accepted" : "blocked", "entry", "code")
            append(.entry(scan), to: &items)
        }
        var seal = line(Int64(4 + scans), "session_closed")
        (seal.session, seal.number) = (session, 1)
        append(.entry(seal), to: &items)
        return items
    }

    private static func line(_ seq: Int64, _ kind: String) -> LedgerLine {
        LedgerLine(
            seq: seq, id: id(UInt8(100 + seq)), kind: kind, boot: 1, bootMilliseconds: seq * 1_000,
            wallMilliseconds: 1_723_681_800_000 + seq * 1_000, actor: "system", hash: "", bootID: "boot")
    }

    private static func append(_ item: LedgerItem, to items: inout [LedgerItem]) {
        guard case .entry(var line) = item else { return items.append(item) }
        line.hash = line.hash(after: items.isEmpty ? LedgerChain.noHash : lastHash(items)) ?? ""
        items.append(.entry(line))
    }

    /// The hash that a line of the ledger ends with.
    static func lastHash(_ items: [LedgerItem]) -> String {
        switch items.last {
        case .entry(let line)?: line.hash
        case .others(let others)?: others.hash
        case nil: LedgerChain.noHash
        }
    }
}
