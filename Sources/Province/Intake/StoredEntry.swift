internal import Attendance
internal import FoundationEssentials

/// An entry that bears on attendance, as the database has it.
struct StoredEntry {
    /// When its box wrote it.
    let received: ClockReading
    private let id: UUID
    private let kind: String
    private let about: UUID?
    private let nonce: [UInt8]?
    private let direction: Direction?
    private let status: AttendanceRecord.Status?
    private let at: Timestamp
    private let ledger: String
    private let seq: Int64

    /// Reads the columns behind the session and the enrolment.
    init(_ row: SQLRow) throws {
        (id, kind, about, nonce) = (try row[2], try row[3], try row[4], try row[5])
        direction = (try row[6] as String?).flatMap(Direction.init)
        status = (try row[7] as String?).flatMap(AttendanceRecord.Status.init)
        (at, ledger, seq) = (try row[8], try row[9], try row[10])
        received = ClockReading(
            boot: (try row[11] as UUID?)?.text ?? "", bootMilliseconds: try row[12], wall: try row[13])
    }

    /// The entry as it bears on somebody's presence.
    func told(_ clock: BootClock) -> Presence.Told {
        Presence.Told(
            id: id, kind: kind, about: about, nonce: nonce, direction: kind == "redeem" ? direction : nil,
            status: kind == "mark" ? status : nil, at: at, ledger: ledger, seq: seq, received: clock.time(received))
    }
}
