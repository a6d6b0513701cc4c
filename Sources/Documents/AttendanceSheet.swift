internal import Attendance

/// The attendance list (danh sách điểm danh) as offices file it: the organiser's header, one column per session
/// with `x`, `muộn`, `P` or `K`, totals, and who signs.
struct AttendanceSheet {
    private let event: Event
    /// Nil for a session that was not held.
    private let counts: [AttendanceCounts?]
    private let people: [RegisterPerson]
    private let ledgerHead: String
    private let columns: [AttendanceColumn]
    /// Where the sessions begin.
    private let firstSession: Int

    init(_ register: Register, _ people: [RegisterPerson]) {
        (event, ledgerHead) = (register.event, register.ledgerHead)
        counts = zip(register.event.sessions, register.counts).map { register.notHeld.contains($0.id) ? nil : $1 }
        self.people = people
        let needed = AttendanceColumn.optional.filter { column in people.contains { column.value($0) != nil } }
        let sessions = event.sessions.enumerated().map {
            AttendanceColumn.session($1.definition.title, at: $0)
        }
        firstSession = AttendanceColumn.always.count + needed.count
        columns = AttendanceColumn.always + needed + sessions + AttendanceColumn.closing
    }

    func write(to sheet: XLSXSheetWriter) {
        sheet.setUpPage()
        sheet.setWidths(columns.map(\.width))
        writeHeader(sheet)
        sheet.append(columns.map { (.text($0.title), .columnTitle) }, height: AttendanceSheet.titleHeight)
        sheet.repeatLastRow()
        for person in people where !person.walkIn { write(person, to: sheet) }
        writeWalkIns(sheet)
        writeTotals(sheet)
        writeSignatures(sheet)
    }

    /// In points: two lines of text, and room for a signature.
    private static let rowHeight = 32.0
    private static let titleHeight = 34.0

    private var lastColumn: Int { columns.count - 1 }

    private func write(_ person: RegisterPerson, to sheet: XLSXSheetWriter) {
        sheet.append(columns.map { ($0.value(person), $0.format) }, height: AttendanceSheet.rowHeight)
    }
}

extension AttendanceSheet {
    private func writeHeader(_ sheet: XLSXSheetWriter) {
        let organiser = event.definition.organiser
        let left = organiser.map { $0.headerLeft.isEmpty ? [$0.name] : $0.headerLeft } ?? []
        let right = organiser?.headerRight ?? []
        let middle = lastColumn / 2
        for line in 0..<max(left.count, right.count) {
            let texts = [(left, 0...middle - 1), (right, middle...lastColumn)]
            sheet.append(
                texts.compactMap { lines, columns in
                    lines.indices.contains(line)
                        ? XLSXSpan(text: lines[line], columns: columns, format: .centredBold) : nil
                })
        }
        sheet.skipRow()
        line("DANH SÁCH ĐIỂM DANH", .title, sheet)
        line(event.definition.name, .centredBold, sheet)
        line(whenAndWhere, .centredItalic, sheet)
        sheet.skipRow()
    }

    /// `Thời gian: 15/8/2024 – 16/8/2024. Địa điểm: Hội trường xã Tiến Xuân`.
    private var whenAndWhere: String {
        let offset = event.definition.utcOffsetMinutes
        let days = [event.sessions.first?.definition.startsAt, event.sessions.last?.definition.endsAt]
            .compactMap { $0?.date(offsetMinutes: offset) }
        var written: [String] = []
        for day in days.map({ "\($0.day)/\($0.month)/\($0.year)" }) where written.last != day { written.append(day) }
        let place = event.definition.venue.map { ". Địa điểm: \($0)" } ?? ""
        return "Thời gian: \(written.joined(separator: " – "))\(place)"
    }

    private func writeWalkIns(_ sheet: XLSXSheetWriter) {
        let walkIns = people.filter(\.walkIn)
        guard !walkIns.isEmpty else { return }
        sheet.append([
            XLSXSpan(text: "Đăng ký tại chỗ (\(walkIns.count) người)", columns: 0...lastColumn, format: .columnTitle)
        ])
        for person in walkIns { write(person, to: sheet) }
    }

    private func writeTotals(_ sheet: XLSXSheetWriter) {
        line("Tổng cộng: \(people.count { !$0.walkIn }) người trong danh sách", .columnTitle, sheet)
        let totals: [(String, (AttendanceCounts) -> Int)] = [
            ("Có mặt đúng giờ (x)", \.present), ("Đến muộn (muộn)", \.late), ("Vắng có phép (P)", \.excused),
            ("Vắng không phép (K)", \.absent), ("Đăng ký tại chỗ", { $0.walkIn.present + $0.walkIn.late }),
        ]
        for (title, figure) in totals {
            let label = XLSXSpan(text: title, columns: 0...(firstSession - 1), format: .columnTitle)
            let figures = counts.enumerated().map { position, count in
                let column = firstSession + position
                return XLSXSpan(
                    text: "", number: count.map(figure), columns: column...column, format: .centredCell)
            }
            sheet.append([label] + figures)
        }
    }

    /// The date is left to the pen.
    private func writeSignatures(_ sheet: XLSXSheetWriter) {
        let signatures = event.definition.organiser?.signatures ?? []
        sheet.skipRow()
        let half = lastColumn / 2
        sheet.append([
            XLSXSpan(
                text: "........, ngày ..... tháng ..... năm ........", columns: half...lastColumn,
                format: .centredItalic)
        ])
        if !signatures.isEmpty {
            let places = places(for: signatures.count)
            sheet.append(zip(signatures, places).map { XLSXSpan(text: $0.title, columns: $1, format: .centredBold) })
            sheet.append(
                zip(signatures, places).map { XLSXSpan(text: $0.position ?? "", columns: $1, format: .centredBold) })
            sheet.append(places.map { XLSXSpan(text: "(Ký, ghi rõ họ tên)", columns: $0, format: .centredItalic) })
        }
        sheet.skipRow(4)
        sheet.append([XLSXSpan(text: "Sổ cái điểm danh: \(ledgerHead)", columns: 0...0, format: .small)])
    }

    /// The width shared out among those who sign.
    private func places(for count: Int) -> [ClosedRange<Int>] {
        let width = columns.count
        return (0..<count).map { width * $0 / count...max(width * $0 / count, width * ($0 + 1) / count - 1) }
    }

    private func line(_ text: String, _ format: XLSXFormat, _ sheet: XLSXSheetWriter) {
        sheet.append([XLSXSpan(text: text, columns: 0...lastColumn, format: format)])
    }
}
