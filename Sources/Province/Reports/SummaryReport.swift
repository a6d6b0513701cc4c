internal import Attendance
internal import Documents

/// The summary as a file for the office: XLSX, CSV or JSON.
package enum SummaryReport {
    /// How a report is written.
    package enum Format: String, Sendable, CaseIterable {
        case xlsx, csv, json

        /// What the file is, as HTTP says it.
        package var contentType: String {
            switch self {
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            case .csv: "text/csv; charset=utf-8"
            case .json: "application/json"
            }
        }
    }

    /// The file's bytes; throws ``DocumentError``.
    package static func bytes(_ summary: Summary, as format: Format) throws -> [UInt8] {
        switch format {
        case .xlsx:
            try ReportXLSX.bytes(
                summary.tables, title: "TỔNG HỢP ĐIỂM DANH", subtitle: summary.filter.text)
        case .csv: ReportCSV.bytes(summary.tables)
        case .json: try JSONText.bytes(summary)
        }
    }
}

extension SummaryFilter {
    /// What the figures were chosen by, as the sheet's second line says it.
    var text: String {
        let period = [from.map { "từ \($0.iso)" }, to.map { "đến \($0.iso)" }].compactMap(\.self)
        return ([programme ?? "Mọi chương trình"] + period).joined(separator: ", ")
    }
}

extension Summary {
    /// The tables of a report, in Vietnamese.
    var tables: [ReportTable] {
        [totals] + groups + [rowTable]
    }

    private var totals: ReportTable {
        ReportTable(
            name: "Tổng số", columns: ["Chỉ số", "Số"],
            rows: [
                ["Sự kiện", .number(total.events)], ["Buổi", .number(total.sessions)],
                ["Lượt đăng ký", .number(total.enrolments)], ["Người đăng ký", .number(total.registered)],
                ["Người tham dự", .number(total.people)], ["Lượt theo lớp", .number(total.personEvents)],
                ["Lượt theo buổi", .number(total.attendances)],
            ])
    }

    private var groups: [ReportTable] {
        [
            Summary.table("Theo chương trình", "Chương trình", programme.map(\.named)),
            Summary.table("Theo tháng", "Tháng", month),
            Summary.table("Theo xã hiện nay", "Xã, phường", commune.map(\.named)),
            Summary.table("Theo xã trong danh sách", "Xã, phường", communeListed.map(\.named)),
            Summary.table("Theo giới tính", "Giới tính", sex.map(\.vietnamese)),
            Summary.table("Kinh và DTTS", "Dân tộc", kinhDTTS.map(\.vietnamese)),
        ]
    }

    private static func table(_ name: String, _ column: String, _ figures: [Figure]) -> ReportTable {
        ReportTable(
            name: name, columns: ["Mã", column, "Người", "Lượt", "Người (xã đã chia, gần đúng)"],
            rows: figures.map {
                [
                    .text(code($0.key)), .text($0.name), .number($0.people), .number($0.attendances),
                    .number($0.approximate),
                ]
            })
    }

    /// The word for a group of which nothing is known.
    fileprivate static let unknown = "Chưa rõ"

    /// The Vietnamese word for the group that has no name.
    fileprivate static func named(_ key: String) -> String { key == "unknown" ? unknown : key }

    /// A group without a name has no code either.
    private static func code(_ key: String) -> String { key == "unknown" ? "" : key }

    private var rowTable: ReportTable {
        ReportTable(
            name: "Chương trình, tháng, xã",
            columns: ["Chương trình", "Tháng", "Mã xã", "Xã, phường", "Người", "Lượt"],
            rows: rows.map {
                [
                    .text(Summary.named($0.programme)), .text($0.month), .text(Summary.code($0.commune)),
                    .text($0.commune == "unknown" ? Summary.unknown : $0.communeName),
                    .number($0.people), .number($0.attendances),
                ]
            })
    }
}

extension Summary.Figure {
    /// A name of the lists' own, or the Vietnamese word for none.
    fileprivate var named: Summary.Figure {
        var figure = self
        figure.name = key == "unknown" ? Summary.unknown : name
        return figure
    }

    /// With the Vietnamese word for the groups that have one.
    fileprivate var vietnamese: Summary.Figure {
        let words = [
            "female": "Nữ", "male": "Nam", "unknown": Summary.unknown, "foreign": "Người nước ngoài",
            "DTTS": "Dân tộc thiểu số",
        ]
        var figure = self
        figure.name = words[key] ?? name
        return figure
    }
}
