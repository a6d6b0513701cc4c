import Attendance
import Documents
import HTTPServer

/// The register's file formats.
enum ExportFormat: String, CaseIterable {
    case xlsx, csv, json

    func bytes(_ register: Register) throws -> [UInt8] {
        switch self {
        case .xlsx: try RegisterXLSX.bytes(register)
        case .csv: RegisterCSV.bytes(register)
        case .json: try RegisterJSON.bytes(register)
        }
    }

    /// A download; `name` is ASCII.
    func response(_ bytes: [UInt8], named name: String) -> Response {
        .download(bytes, type: contentType, named: "\(name).\(rawValue)")
    }

    private var contentType: String {
        switch self {
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        }
    }
}
