internal import Attendance
internal import Crypto
internal import FoundationEssentials

/// Takes the columns of an entry in their order.
protocol LedgerColumns {
    mutating func add(_ value: Int64?)
    mutating func add(_ value: String?)
    mutating func add(_ value: [UInt8]?)
    mutating func add(_ value: UUID?)
}

extension CanonicalEncoder: LedgerColumns {}

/// What can be appended to the ledger.
protocol LedgerRecord {
    /// Writes the columns between `seq` and `hash`; `boot` is the seq of the entry that names the boot.
    func write(boot: Int64, to columns: inout some LedgerColumns)
}

extension LedgerEntry: LedgerRecord {
    /// The columns between `seq` and `hash`, as ``columnNames`` lists them: what is stored and what is hashed is one list.
    func write(boot: Int64, to columns: inout some LedgerColumns) {
        columns.add(id.uuid)
        columns.add(kind.rawValue)
        columns.add(event)
        columns.add(session)
        columns.add(enrolment)
        columns.add(subject)
        columns.add(about)
        columns.add(nonce)
        columns.add(outcome)
        columns.add(direction?.rawValue)
        columns.add(flags.isEmpty ? nil : flags.rawValue)
        columns.add(presented?.kind)
        columns.add(presented?.digits)
        columns.add(presented?.length)
        columns.add(status)
        writeTimes(boot: boot, to: &columns)
        columns.add(number)
        columns.add(gate)
        columns.add(method)
        columns.add(detail)
        columns.add(actor.kind.rawValue)
        columns.add(actor.staff?.uuid)
        columns.add(actor.station?.uuid)
        columns.add(note?.hash)
    }

    private func writeTimes(boot: Int64, to columns: inout some LedgerColumns) {
        columns.add(boot)
        columns.add(now.bootMilliseconds)
        columns.add(now.wall.milliseconds)
        columns.add(occurredAt?.milliseconds)
        columns.add(sentAt?.milliseconds)
        columns.add(trueTime?.milliseconds)
        columns.add(uncertaintyMilliseconds)
    }

    /// The columns that ``write(boot:to:)`` writes.
    static let columnNames = """
        id, kind, event, session, enrolment, subject, about, nonce, outcome, direction, flags, presented, digits, length, \
        status, boot, boot_ms, wall_ms, occurred_ms, sent_ms, true_ms, uncertainty_ms, number, gate, method, detail, \
        actor, staff, station, note_hash
        """

    /// How many they are.
    static let columnCount: Int32 = 30
}
