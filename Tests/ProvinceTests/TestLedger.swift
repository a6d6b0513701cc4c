import Attendance
import Crypto
import Exchange
import Foundation

/// A box as the province sees it: a key and a ledger whose chain holds.
struct TestLedger {
    let key = MinisignKey(SigningKey())
    let id = UUID().uuidString.lowercased()
    /// The kernel's id of the only boot.
    let boot = UUID().uuidString.lowercased()
    private(set) var lines: [LedgerLine] = []

    init() {
        var line = line("boot", at: 0)
        line.detail = boot
        append(line)
    }

    /// Appends an entry whose boot clock stands at `second`; its wall clock may be wrong.
    @discardableResult
    mutating func append(_ line: LedgerLine) -> LedgerLine {
        var line = line
        line.hash = line.hash(after: lines.last?.hash ?? LedgerChain.noHash) ?? ""
        lines.append(line)
        return line
    }

    /// Somebody comes in or goes, `second` seconds after the first session's start.
    @discardableResult
    mutating func scan(
        _ enrolment: ID<Enrolment>, in session: ID<Session>, at second: Int64, _ direction: Direction = .entry,
        nonce: UUID = UUID(), outcome: String = "accepted"
    ) -> LedgerLine {
        var line = line("redeem", at: second)
        (line.session, line.enrolment, line.nonce) = (session, enrolment, Hex.encode(bytes(nonce)))
        (line.outcome, line.direction, line.presented) = (outcome, direction.rawValue, "code")
        return append(line)
    }

    /// Writes an entry once more, under the same id or another one.
    mutating func append(_ line: LedgerLine, as id: ID<Scan>) {
        var line = line
        (line.seq, line.id) = (Int64(lines.count) + 1, id)
        append(line)
    }

    /// Takes a scan back.
    mutating func annul(_ scan: LedgerLine, at second: Int64) {
        var line = line("annul", at: second)
        (line.session, line.enrolment, line.aboutID) = (scan.session, scan.enrolment, scan.id)
        (line.about, line.noteHash) = (scan.seq, String(repeating: "00", count: 32))
        append(line)
    }

    /// Sets somebody's status by hand.
    mutating func mark(
        _ enrolment: ID<Enrolment>, in session: ID<Session>, _ status: AttendanceRecord.Status, at second: Int64
    ) {
        var line = line("mark", at: second)
        (line.session, line.enrolment, line.status) = (session, enrolment, status.rawValue)
        append(line)
    }

    /// Blocks somebody's card, or lets it count again.
    mutating func stand(_ enrolment: ID<Enrolment>, _ standing: Enrolment.Standing, at second: Int64) {
        var line = line("standing", at: second)
        (line.enrolment, line.status) = (enrolment, standing.rawValue)
        append(line)
    }

    /// Learns that its clock is wrong by so many seconds.
    mutating func anchor(at second: Int64, offset: Int64, source: String = "phone") {
        var line = line("clock_anchor", at: second)
        (line.number, line.trueMilliseconds) = (line.bootMilliseconds, line.wallMilliseconds + offset * 1_000)
        (line.uncertaintyMilliseconds, line.detail) = (50, source)
        append(line)
    }

    /// Takes over another box's entry, as a second box of the event does.
    mutating func merge(_ other: LedgerLine, of box: TestLedger) {
        var line = other
        line.origin = LedgerOrigin(box: box.id, seq: other.seq)
        line.seq = Int64(lines.count) + 1
        append(line)
    }

    /// The bundle of the entries after `first`, signed.
    func bundle(
        of event: TestEvent, after first: Int = 0, people: [PersonRecord]? = nil, upTo last: Int? = nil
    ) throws -> [UInt8] {
        try BundleWriter.bytes(contents(of: event, after: first, people: people, upTo: last), key: key)
    }

    /// The same before it is signed.
    func contents(
        of event: TestEvent, after first: Int = 0, people: [PersonRecord]? = nil, upTo last: Int? = nil
    ) -> EventBundle {
        let part = lines[first..<(last ?? lines.count)]
        let range = LedgerRange(
            first: Int64(first) + 1, last: Int64(first + part.count),
            previousHash: first == 0 ? LedgerChain.noHash : lines[first - 1].hash,
            lastHash: part.last?.hash ?? LedgerChain.noHash)
        let name = "\(id) \(event.event.id) \(range.first) \(range.last) \(range.lastHash)"
        let manifest = BundleManifest(
            format: BundleManifest.bundleFormat, id: TestEvent.id(name), box: id, publicKey: key.publicKey.line,
            event: event.event.id, number: event.event.number, ledger: range, eventProof: "",
            createdAt: "2024-06-12T12:00:00+07:00", software: "test")
        var record = EventRecord(event.event)
        record.adopted = event.isAdopted ? true : nil
        return EventBundle(
            manifest: manifest, event: record, people: people ?? event.people,
            ledger: part.map { .entry($0) }, statements: [])
    }

    private func line(_ kind: String, at second: Int64) -> LedgerLine {
        LedgerLine(
            seq: Int64(lines.count) + 1, id: TestEvent.id(UUID().uuidString), kind: kind, boot: 1,
            bootMilliseconds: 1_000_000 + second * 1_000,
            wallMilliseconds: TestEvent.start.milliseconds + second * 1_000, actor: "system", hash: "", bootID: boot)
    }

    private func bytes(_ nonce: UUID) -> [UInt8] { withUnsafeBytes(of: nonce.uuid) { Array($0) } }
}
