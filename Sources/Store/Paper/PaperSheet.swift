package import Attendance

/// A printed roll-call sheet (tờ điểm danh).
package struct PaperSheet: Hashable, Sendable {
    package let code: SheetCode
    /// What was printed together.
    package let printing: ID<Printing>
    /// The sheet's place among those, from 1.
    package let number: Int
    package let session: ID<Session>
    /// How many people stand on it.
    package let rows: Int
    package let printedAt: Timestamp

    /// Sheets of one session that were printed together.
    package enum Printing {}
}

extension SheetCode: SQLConvertible {
    var stored: Int64 { Int64(serial) }

    init?(stored: Int64) {
        guard (0..<Int64(SheetCode.count)).contains(stored) else { return nil }
        self.init(serial: Int(stored))
    }
}

extension PaperSheet {
    fileprivate init(_ row: ResultRow) throws {
        (code, printing, number, session) = (try row[0], try row[1], try row[2], try row[3])
        (rows, printedAt) = (try row[4], try row[5])
    }
}

extension Connection {
    private static let sheetSelection = """
        SELECT serial, printing, number, session, (SELECT count(*) FROM paper_row WHERE sheet = serial), printed_at
        FROM paper_sheet
        """

    /// The sheet with this code; nil for one that was not printed here.
    func sheet(_ code: SheetCode) throws -> PaperSheet? {
        try first(Self.sheetSelection + " WHERE serial = ?", code, read: PaperSheet.init)
    }

    /// What was printed together, in order.
    func sheets(of printing: ID<PaperSheet.Printing>) throws -> [PaperSheet] {
        try all(Self.sheetSelection + " WHERE printing = ? ORDER BY number", printing, read: PaperSheet.init)
    }

    /// A session's last printing; nil before its first.
    func lastPrinting(of session: ID<Session>) throws -> ID<PaperSheet.Printing>? {
        try first(
            "SELECT printing FROM paper_sheet WHERE session = ? ORDER BY printing DESC LIMIT 1", session
        ) { try $0[0] }
    }

    /// Who stands on a sheet, row 1 first.
    func people(on sheet: SheetCode) throws -> [EnrolledPerson] {
        try all(
            EnrolledPerson.selection + " JOIN paper_row AS r ON r.enrolment = e.id WHERE r.sheet = ? ORDER BY r.row",
            sheet, read: EnrolledPerson.init)
    }

    /// Who stands on everything that was printed together, as enrolments in order.
    func enrolments(of printing: ID<PaperSheet.Printing>) throws -> [ID<Enrolment>] {
        try all(
            """
            SELECT r.enrolment FROM paper_sheet AS s JOIN paper_row AS r ON r.sheet = s.serial
            WHERE s.printing = ? ORDER BY s.number, r.row
            """, printing
        ) { try $0[0] }
    }
}
