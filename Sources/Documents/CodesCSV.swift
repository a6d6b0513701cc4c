package import Attendance

/// The list of codes (mã tham dự) as CSV: for letters and for card printers.
package enum CodesCSV {
    /// One person's line.
    package struct Row: Sendable {
        package var name: String
        package var code: Code
        /// The 25 digits of the badge's QR; nil where no badge is to be made.
        package var badge: String?
        package var birthYear: Int?
        package var organisation: String?
        package var commune: String?

        package init(
            name: String, code: Code, badge: String? = nil, birthYear: Int? = nil, organisation: String? = nil,
            commune: String? = nil
        ) {
            (self.name, self.code, self.badge) = (name, code, badge)
            (self.birthYear, self.organisation, self.commune) = (birthYear, organisation, commune)
        }
    }

    /// The code stands twice: in the groups that are read aloud, which a spreadsheet leaves as they are, and as the
    /// digits that programs take. `badge` is what the QR on the card holds.
    package static func bytes(_ rows: [Row]) -> [UInt8] {
        var writer = CSVWriter()
        writer.append(["STT", "Họ và tên", "Năm sinh", "Đơn vị", "Xã, phường", "Mã tham dự", "code", "badge"])
        for (position, row) in rows.enumerated() {
            writer.append([
                String(position + 1), row.name, row.birthYear.map { String($0) }, row.organisation, row.commune,
                row.code.description, row.code.digits, row.badge,
            ])
        }
        return writer.bytes
    }
}
