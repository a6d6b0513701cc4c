import Attendance
import Documents
import Foundation

/// A small register with every case: present, late, excused, absent, a walk-in, refused and unknown scans.
enum TestRegister {
    static let start = Timestamp(milliseconds: 1_723_681_800_000)  // 2024-08-15T07:30:00+07:00

    static func make(names: [String] = ["Đỗ Thị Ánh", "Bùi Văn Ví"], note: String? = nil) -> Register {
        let event = event()
        let rows = names.enumerated().map { row($1, number: $0 + 1, event, note: note) }
        var walkIn = row("Lê Thị Khách", number: 90, event, note: nil)
        walkIn.enrolment.isWalkIn = true
        let people = rows + [walkIn]
        return Register(
            event: event, counts: event.sessions.map { _ in counts(enrolled: names.count) }, rows: people,
            scans: scans(of: people, in: event), ledgerHead: "ab12")
    }

    private static func event() -> Event {
        var definition = EventDefinition(name: "Tập huấn Ví Dụ", kind: .class)
        definition.organiser = EventDefinition.Organiser(
            name: "Hội LHPN", headerLeft: ["HỘI LHPN VIỆT NAM", "HỘI LHPN THÀNH PHỐ HÀ NỘI"],
            headerRight: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
            signatures: [.init(title: "NGƯỜI LẬP BIỂU"), .init(title: "TM. BAN THƯỜNG VỤ", position: "PHÓ CHỦ TỊCH")])
        definition.venue = "Hội trường xã Tiến Xuân"
        let id: ID<Event> = id(1)
        let sessions = [("Sáng 15/08", 0), ("Chiều 15/08", 360)].enumerated().map { number, plan in
            Session(
                id: self.id(10 + number), event: id,
                definition: SessionDefinition(
                    title: plan.0, startsAt: start.adding(minutes: plan.1), endsAt: start.adding(minutes: plan.1 + 210)),
                state: .open)
        }
        return Event(id: id, number: 42, definition: definition, sessions: sessions)
    }

    static func row(_ name: String, number: Int, _ event: Event, note: String?) -> Register.Row {
        var person = Participant(id: id(100 + number), name: name)
        (person.birth, person.sex, person.phone) = (BirthDate(year: 1980, month: 2, day: 3), .female, "0900000001")
        (person.commune, person.address) = ("Xã Tiến Xuân", "thôn Ví, xã Tiến Xuân")
        let enrolment = Enrolment(
            id: id(200 + number), event: event.id, participant: person.id, code: Code(serial: number))
        let late = AttendanceRecord(
            status: .late, firstEntryAt: start.adding(minutes: 20), lastExitAt: start.adding(minutes: 200),
            minutesPresent: 180, leftEarly: false)
        var row = Register.Row(participant: person, enrolment: enrolment, records: [late, .absent])
        (row.organisation, row.note, row.citizenNumber) = ("HTX Ví", note, "001180000001")
        return row
    }

    private static func counts(enrolled: Int) -> AttendanceCounts {
        var counts = AttendanceCounts()
        counts.add(.late, isWalkIn: false, number: enrolled)
        counts.add(.late, isWalkIn: true)
        return counts
    }

    /// An entry that counts, the same once more, and one that nobody is known for.
    private static func scans(of rows: [Register.Row], in event: Event) -> [Register.ScanLine] {
        func line(_ seq: Int64, _ row: Register.Row?, _ outcome: Outcome) -> Register.ScanLine {
            var line = Register.ScanLine(
                id: id(300 + Int(seq)), seq: seq, session: event.sessions[0].id, direction: .entry, outcome: outcome,
                occurredAt: start.adding(minutes: 20), receivedAt: start.adding(minutes: 21))
            (line.participant, line.name, line.code) = (row?.participant.id, row?.participant.name, row?.enrolment.code)
            (line.method, line.gate, line.operatorName) = ("badge", "K1", "=HYPERLINK(\"http://example.vn\")")
            return line
        }
        return [
            line(1, rows.first, .accepted), line(2, rows.first, .refused(.alreadyRedeemed)),
            line(3, nil, .refused(.unknownCode)),
        ]
    }

    static func id<Subject>(_ number: Int) -> ID<Subject> {
        let last = UInt8(truncatingIfNeeded: number), high = UInt8(truncatingIfNeeded: number >> 8)
        return ID(UUID(uuid: (1, 145, 0, 0, 0, 0, 112, 0, 128, 0, 0, 0, 0, 0, high, last)))
    }
}
