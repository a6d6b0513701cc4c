import Attendance
import Documents
import Store

extension ImportReport {
    /// What the file said together with what the store did.
    func merged(with stored: ImportReport) -> ImportReport {
        var report = self
        (report.imported, report.updated, report.unchanged) = (stored.imported, stored.updated, stored.unchanged)
        report.duplicates += stored.duplicates
        report.warnings += stored.warnings
        return report
    }
}

extension ScanLine {
    init(_ line: ScanFileLine) {
        self.init(
            line: line.record, seq: Int(line.seq), sheet: line.sheet, row: line.row, session: line.session,
            localTime: line.localTime, direction: line.direction, method: line.method, kiosk: line.kiosk)
    }
}

extension CodesCSV.Row {
    init(_ person: EnrolledPerson, _ badge: Badge) {
        self.init(
            name: person.participant.name, code: person.enrolment.code, badge: badge.digits,
            birthYear: person.participant.birth?.year, organisation: person.organisation,
            commune: person.participant.commune)
    }
}
