internal import Attendance
internal import Crypto
internal import Exchange
internal import FoundationEssentials

/// An entry of another box's ledger on its way into this one: as it was written there, but for what names other entries.
struct MergedEntry: LedgerRecord {
    let line: LedgerLine
    /// The entry it is about, in this ledger.
    let about: Int64?
    private let nonce: [UInt8]?
    private let noteHash: [UInt8]?
    private let staff: UUID?
    private let station: UUID?

    init(_ line: LedgerLine, about: Int64?) {
        (self.line, self.about) = (line, about)
        (nonce, noteHash) = (line.nonce.flatMap(Hex.decode), line.noteHash.flatMap(Hex.decode))
        (staff, station) = (line.staff.flatMap { UUID(text: $0) }, line.station.flatMap { UUID(text: $0) })
    }

    func write(boot: Int64, to columns: inout some LedgerColumns) {
        writeSubjects(to: &columns)
        columns.add(line.outcome)
        columns.add(line.direction)
        columns.add(line.flags)
        columns.add(line.presented)
        columns.add(line.digits)
        columns.add(line.length)
        columns.add(line.status)
        writeTimes(boot: boot, to: &columns)
        columns.add(line.number)
        columns.add(line.gate)
        columns.add(line.method)
        columns.add(line.detail)
        columns.add(line.actor)
        columns.add(staff)
        columns.add(station)
        columns.add(noteHash)
    }

    private func writeSubjects(to columns: inout some LedgerColumns) {
        columns.add(line.id.uuid)
        columns.add(line.kind)
        columns.add(line.event?.uuid)
        columns.add(line.session?.uuid)
        columns.add(line.enrolment?.uuid)
        columns.add(line.subject?.uuid)
        columns.add(about)
        columns.add(nonce)
    }

    private func writeTimes(boot: Int64, to columns: inout some LedgerColumns) {
        columns.add(boot)
        columns.add(line.bootMilliseconds)
        columns.add(line.wallMilliseconds)
        columns.add(line.occurredMilliseconds)
        columns.add(line.sentMilliseconds)
        columns.add(line.trueMilliseconds)
        columns.add(line.uncertaintyMilliseconds)
    }
}
