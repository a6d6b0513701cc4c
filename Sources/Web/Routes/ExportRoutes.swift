import Attendance
import Documents
import HTTPServer
import QRCode
import Store

/// What leaves the box on paper and in files.
struct ExportRoutes {
    let store: Store
    let tables: RosterTables
    let bundles: BundleExport

    init(_ environment: Environment, tables: RosterTables) {
        (store, self.tables, bundles) = (environment.store, tables, BundleExport(environment))
    }

    var routes: [Route] {
        [
            Route(.get, "/api/v1/events/{id}/export", .organiser, on: .slow, export),
            Route(.get, "/api/v1/events/{id}/statistics", .organiser, on: .slow, statistics),
            Route(.get, "/api/v1/events/{id}/codes", .organiser, on: .slow, codes),
            Route(.get, "/qr/{file}", .organiser, qr),
        ]
    }

    @Sendable private func export(_ context: Context) throws -> Answer {
        let event: ID<Event> = try context.id()
        guard let known = try store.event(event) else { throw Problem.notFound }
        switch context.request.query["format"] ?? "xlsx" {
        case "bundle": return .now(try bundles.bundle(of: event, context))
        case "xapi": return .now(try bundles.statements(of: event, context))
        case let name: return .now(try register(of: known, as: name, names: context.request.query["names"]))
        }
    }

    /// `names`: `qcvn109` for a table with each person in the words of that standard.
    private func register(of event: Event, as name: String, names: String?) throws -> Response {
        guard let format = ExportFormat(rawValue: name) else {
            throw Problem.malformed("format must be one of xlsx, csv, json, xapi, bundle")
        }
        let register = try store.register(of: event.id, withCitizenNumbers: true)
        let bytes: [UInt8]
        switch (format, names) {
        case (_, nil): bytes = try format.bytes(register)
        case (.csv, "qcvn109"): bytes = QCVN109Table.csv(register)
        case (.xlsx, "qcvn109"): bytes = try QCVN109Table.xlsx(register)
        default: throw Problem.malformed("names must be qcvn109, for xlsx or csv")
        }
        return format.response(bytes, named: "diemdanh-\(event.number)")
    }

    @Sendable private func statistics(_ context: Context) throws -> Answer {
        let event: ID<Event> = try context.id()
        guard try store.event(event) != nil else { throw Problem.notFound }
        return .now(.json(Statistics(try store.register(of: event), units: try tables.units())))
    }

    /// Name and code of everybody, for letters and card printers.
    @Sendable private func codes(_ context: Context) throws -> Answer {
        let event: ID<Event> = try context.id()
        guard let known = try store.event(event) else { throw Problem.notFound }
        let badges = try store.badges(of: event)
        switch context.request.query["format"] ?? "csv" {
        case "csv":
            let bytes = CodesCSV.bytes(badges.map(CodesCSV.Row.init))
            return .now(ExportFormat.csv.response(bytes, named: "ma-tham-du-\(known.number)"))
        case "json": return .now(.json(["items": badges.map(BadgeOutput.init)]))
        default: throw Problem.malformed("format must be csv or json")
        }
    }

    /// `/qr/{code}.svg` and `.png`: the badge of a code.
    @Sendable private func qr(_ context: Context) throws -> Answer {
        let parts = context.parameter("file").split(separator: ".")
        guard parts.count == 2, let code = Code(parts[0]), let person = try store.enrolment(code: code) else {
            throw Problem.notFound
        }
        let symbol = try QRCode(digits: store.badge(for: person.enrolment).digits, level: .quartile)
        switch parts[1] {
        case "svg":
            return .now(.picture(Array(symbol.svg().utf8), type: "image/svg+xml"))
        case "png":
            return .now(.picture(try symbol.png(pixelsPerModule: 10), type: "image/png"))
        default: throw Problem.notFound
        }
    }
}

extension Response {
    fileprivate static func picture(_ bytes: [UInt8], type: String) -> Response {
        Response(
            status: 200, headers: [("Content-Type", type), ("Cache-Control", "no-store")], content: .bytes(bytes))
    }
}
