import Attendance
import HTTPServer
import Rendering
import Store

/// Roll-call sheets: out on paper, and typed back in.
struct PaperRoutes {
    let store: Store
    let feed: LiveFeed
    let pages: Pages

    var routes: [Route] {
        [
            Route(.post, "/api/v1/sessions/{id}/sheets", .organiser, printSheets),
            Route(.get, "/admin/print/{printing}", .organiser, page),
            Route(.get, "/api/v1/sheets/{code}", [.desk], show),
            Route(.post, "/api/v1/sheets/{code}/rows", [.desk], bodyLimit: 8 << 10, record),
        ]
    }

    @Sendable private func printSheets(_ context: Context) throws -> Answer {
        let command = PrintSheets(session: try context.id(), actor: context.caller.actor)
        let printed = try store.perform(command)
        let answer = PrintingOutput(
            page: "/admin/print/\(printed.printing)",
            sheets: try printed.sheets.map { try output($0, of: printed.sheets.count) })
        return .now(.json(answer, status: printed.isNew ? 201 : 200))
    }

    @Sendable private func page(_ context: Context) throws -> Answer {
        let sheets = try store.sheets(of: context.id("printing"))
        guard let first = sheets.first else { throw Problem.notFound }
        let (session, event) = try place(of: first)
        let printed = try sheets.map { PrintedSheet($0, people: try store.rows(of: $0, .entry).map(\.person)) }
        let details = try PrintPage(event: event, session: session, sheets: printed).context
        return .now(try pages.page("print", for: context.request, with: details))
    }

    @Sendable private func show(_ context: Context) throws -> Answer {
        let sheet = try self.sheet(context)
        return .now(.json(try output(sheet, of: try store.sheets(of: sheet.printing).count)))
    }

    /// With `dry_run` only says who stands on the typed rows.
    @Sendable private func record(_ context: Context) throws -> Answer {
        let input = try context.request.json(PaperInput.self)
        let direction = try Web.direction(input.direction) ?? .entry
        let time = try moment(input.occurredAt, "/occurred_at")
        let sheet = try self.sheet(context)
        let list = try input.list(count: sheet.rows)
        if try context.flag("dry_run") {
            return .now(.json(PaperOutput(list, of: try store.rows(of: sheet, direction))))
        }
        guard list.problems.isEmpty, !list.rows.isEmpty else { throw Problem.unreadableRows(list) }
        let command = RecordRows(
            sheet: sheet.code, rows: list.rows, direction: direction, occurredAt: time, actor: context.caller.actor)
        return store.answer(command) { [feed] recorded in
            feed.changed(sheet.session)
            return .json(PaperOutput(recorded))
        }
    }

    private func sheet(_ context: Context) throws -> PaperSheet {
        guard let code = SheetCode(context.parameter("code")) else {
            throw Problem(422, "wrong_sheet_code", "The digits are no sheet's code: one of them is wrong.")
        }
        guard let sheet = try store.sheet(code) else {
            throw Problem(404, "unknown_sheet", "No sheet with this code was printed on this box.")
        }
        return sheet
    }

    private func output(_ sheet: PaperSheet, of count: Int) throws -> SheetOutput {
        let (session, event) = try place(of: sheet)
        return SheetOutput(sheet, of: count, session: session, event: event)
    }

    private func place(of sheet: PaperSheet) throws -> (Session, Event) {
        guard let session = try store.session(sheet.session), let event = try store.event(session.event) else {
            throw Problem.notFound
        }
        return (session, event)
    }
}

extension Problem {
    /// 422: each part that names no row, or an empty list.
    fileprivate static func unreadableRows(_ list: RowList) -> Problem {
        let errors = list.problems.map { FieldError(pointer: "/rows", message: "\($0.text): \($0.kind.rawValue)") }
        return Problem(422, "unreadable_rows", "The rows cannot be read.", errors: errors)
    }
}
