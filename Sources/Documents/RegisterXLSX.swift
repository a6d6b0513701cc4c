package import Attendance

/// The register as a workbook: the attendance list for the file, each person's times, and every scan.
package enum RegisterXLSX {
    /// Throws ``DocumentError``. Needs little memory beside the result, and a temporary file.
    package static func bytes(_ register: Register) throws(DocumentError) -> [UInt8] {
        let workbook = try XLSXWriter()
        let people = register.people
        AttendanceSheet(register, people).write(to: try workbook.addSheet("Danh sách điểm danh"))
        try writeTimes(register, people, to: workbook)
        try writeScans(register, to: workbook)
        return try workbook.finish()
    }

    /// One line for each person and session.
    private static func writeTimes(
        _ register: Register, _ people: [RegisterPerson], to workbook: XLSXWriter
    ) throws(DocumentError) {
        let sheet = try workbook.addSheet("Theo buổi")
        sheet.setUpPage()
        sheet.setWidths([6, 12, 28, 24, 14, 27, 27, 10, 10])
        sheet.append(
            ["STT", "Mã", "Họ và tên", "Buổi", "Kết quả", "Vào lần đầu", "Ra lần cuối", "Số phút", "Về sớm"],
            .columnTitle)
        sheet.repeatLastRow()
        for person in people {
            for (session, attendance) in zip(register.event.sessions, person.attendance) {
                sheet.append(
                    [
                        .number(person.number), .text(person.code), .text(person.name),
                        .text(session.definition.title), attendance.status.map { .text(word($0)) },
                        XLSXValue(attendance.firstEntryAt), XLSXValue(attendance.lastExitAt),
                        attendance.minutesPresent.map { .number($0) }, attendance.leftEarly ? "x" : nil,
                    ], .cell)
            }
        }
    }

    private static func writeScans(_ register: Register, to workbook: XLSXWriter) throws(DocumentError) {
        let sheet = try workbook.addSheet("Lượt quét")
        sheet.setUpPage()
        sheet.setWidths([8, 38, 20, 28, 12, 8, 12, 18, 27, 27, 10, 10, 12, 16, 10, 10])
        sheet.append(
            [
                "Thứ tự", "Mã lượt", "Buổi", "Họ và tên", "Mã tham dự", "Chiều", "Kết quả", "Lý do", "Xảy ra lúc",
                "Máy nhận lúc", "Cách", "Cửa", "Máy", "Người trực", "Xác nhận tay", "Đã huỷ",
            ], .columnTitle)
        sheet.repeatLastRow()
        let titles = register.sessionTitles
        for scan in register.scanRecords {
            sheet.append(
                [
                    .number(Int(scan.seq)), .text(scan.id), XLSXValue(titles[scan.session]), XLSXValue(scan.name),
                    XLSXValue(scan.code), scan.direction == .entry ? "vào" : "ra",
                    scan.result == "accepted" ? "nhận" : "từ chối", XLSXValue(scan.reason?.rawValue),
                    .text(scan.occurredAt), .text(scan.receivedAt), XLSXValue(scan.method), XLSXValue(scan.gate),
                    XLSXValue(scan.station), XLSXValue(scan.operator), scan.forced ? "x" : nil,
                    scan.annulled ? "x" : nil,
                ], .cell)
        }
    }

    private static func word(_ status: AttendanceRecord.Status) -> String {
        switch status {
        case .present: "có mặt"
        case .late: "muộn"
        case .excused: "vắng có phép"
        case .absent: "vắng"
        }
    }
}
