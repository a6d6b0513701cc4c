internal import Attendance

/// One column of the attendance list.
struct AttendanceColumn: Sendable {
    let title: String
    /// In characters.
    let width: Double
    let format: XLSXFormat
    let value: @Sendable (RegisterPerson) -> XLSXValue?

    init(
        _ title: String, width: Double, format: XLSXFormat = .cell,
        value: @escaping @Sendable (RegisterPerson) -> XLSXValue?
    ) {
        (self.title, self.width, self.format, self.value) = (title, width, format, value)
    }

    /// What every list has.
    static let always = [
        AttendanceColumn("STT", width: 5, format: .centredCell) { .number($0.number) },
        AttendanceColumn("Họ và tên", width: 24) { .text($0.name) },
        AttendanceColumn("Năm sinh", width: 8, format: .centredCell) { $0.birthYear.map { .number($0) } },
        AttendanceColumn("Giới tính", width: 7, format: .centredCell) { $0.sex.map { $0 == .female ? "Nữ" : "Nam" } },
    ]

    /// What a list has only where somebody's row says something in it: paper is narrow.
    static let optional = [
        AttendanceColumn("Dân tộc", width: 9) { XLSXValue($0.ethnicity) },
        AttendanceColumn("Chức vụ", width: 16) { XLSXValue($0.position) },
        AttendanceColumn("Đơn vị", width: 24) { XLSXValue($0.organisation) },
        AttendanceColumn("Địa chỉ", width: 28) { XLSXValue($0.address ?? $0.commune) },
        AttendanceColumn("Điện thoại", width: 12, format: .centredCell) { XLSXValue($0.phone) },
        AttendanceColumn("Số căn cước", width: 14.5, format: .centredCell) { XLSXValue($0.citizenNumber) },
    ]

    /// The mark of one session.
    static func session(_ title: String, at position: Int) -> AttendanceColumn {
        AttendanceColumn(title, width: 8, format: .centredCell) { mark($0.attendance[position].status, $0) }
    }

    /// What comes after the sessions.
    static let closing = [
        AttendanceColumn("Tổng số buổi", width: 8, format: .centredCell) { person in
            .number(person.attendance.count { $0.status == .present || $0.status == .late })
        },
        AttendanceColumn("Ký tên", width: 16) { _ in nil },
        AttendanceColumn("Ghi chú", width: 13) { XLSXValue($0.note) },
    ]

    /// Nobody expected a walk-in, so that being away from other sessions is no absence.
    private static func mark(_ status: AttendanceRecord.Status?, _ person: RegisterPerson) -> XLSXValue? {
        switch status {
        case .present: "x"
        case .late: "muộn"
        case .excused: "P"
        case .absent: person.walkIn ? nil : "K"
        case nil: nil
        }
    }
}
