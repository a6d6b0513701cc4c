package import Attendance

/// The register with each person in the words of QCVN 109:2017/BTTTT: one line a person, one column a session.
package enum QCVN109Table {
    /// A file with commas.
    package static func csv(_ register: Register) -> [UInt8] {
        var writer = CSVWriter()
        writer.append(header(register))
        for row in register.rows { writer.append(fields(row)) }
        return writer.bytes
    }

    /// A workbook of one sheet.
    ///
    /// Throws ``DocumentError``.
    package static func xlsx(_ register: Register) throws(DocumentError) -> [UInt8] {
        let workbook = try XLSXWriter()
        let sheet = try workbook.addSheet("QCVN 109")
        sheet.setUpPage()
        sheet.setWidths([16, 10, 16, 10, 10, 12, 16, 20, 28, 12, 14])
        sheet.append(header(register).map { XLSXValue($0) }, .columnTitle)
        sheet.repeatLastRow()
        for row in register.rows { sheet.append(fields(row).map { XLSXValue($0) }, .cell) }
        return try workbook.finish()
    }

    private static let personColumns = [
        "SoDinhDanh", "Ho", "ChuDem", "Ten", "GioiTinh", "DanToc", "NgayThangNamSinh",
        "NoiOHienTai.MaDonViHanhChinh", "NoiOHienTai.ChiTiet", "code", "walk_in",
    ]

    private static func header(_ register: Register) -> [String] {
        personColumns + register.event.sessions.map(\.definition.title)
    }

    private static func fields(_ row: Register.Row) -> [String?] {
        let person = QCVN109Person(row.participant)
        return [
            row.citizenNumber, person.hoVaTen.ho, person.hoVaTen.chuDem, person.hoVaTen.ten, String(person.gioiTinh),
            person.danToc, person.ngayThangNamSinh, person.noiOHienTai?.maDonViHanhChinh, person.noiOHienTai?.chiTiet,
            row.enrolment.code.digits, String(row.enrolment.isWalkIn),
        ] + row.records.map(\.status.rawValue)
    }
}
