import Attendance
import Store

/// A printed roll-call sheet, without the people on it.
struct SheetOutput: Encodable {
    let code: String
    /// The sheet's place among those printed with it, and how many those are.
    let number: Int
    let of: Int
    let rows: Int
    let printedAt: String
    let session: SessionOutput
    let event: KioskOutput.EventName

    init(_ sheet: PaperSheet, of count: Int, session: Session, event: Event) {
        (code, number, of, rows) = (sheet.code.digits, sheet.number, count, sheet.rows)
        let offset = event.definition.utcOffsetMinutes
        printedAt = sheet.printedAt.rfc3339(offsetMinutes: offset)
        self.session = SessionOutput(session, offsetMinutes: offset)
        self.event = KioskOutput.EventName(event)
    }

    enum CodingKeys: String, CodingKey {
        case code, number, of, rows, session, event
        case printedAt = "printed_at"
    }
}
