import Attendance
import Documents
import HTTPServer
import Store

/// Bringing lists in: the office's roster, and scans that were made elsewhere.
struct RosterRoutes {
    let store: Store
    let tables: RosterTables
    let clock: @Sendable () -> ClockReading

    var routes: [Route] {
        [
            Route(.post, "/api/v1/events/{id}/roster", .organiser, on: .slow, bodyLimit: 16 << 20, roster),
            Route(.post, "/api/v1/events/{id}/scans", .organiser, on: .slow, bodyLimit: 64 << 20, scans),
        ]
    }

    @Sendable private func roster(_ context: Context) throws -> Answer {
        guard let event = try store.event(context.id()) else { throw Problem.notFound }
        let file = try UploadedFile(context.request)
        let roster = try RosterFile.read(
            file.bytes, sheet: context.request.query["sheet"],
            context: tables.context(for: event, at: store.time(clock())))
        let imported = try store.perform(
            ImportRoster(
                event: event.id, entries: roster.entries, source: file.name ?? "", isDryRun: context.flag("dry_run"),
                actor: context.caller.actor))
        return .now(.json(roster.report.merged(with: imported)))
    }

    @Sendable private func scans(_ context: Context) throws -> Answer {
        guard let event = try store.event(context.id()) else { throw Problem.notFound }
        let file = try UploadedFile(context.request)
        let read = try ScanFile.read(file.bytes)
        let command = ImportScans(event: event.id, lines: read.lines.map(ScanLine.init), actor: context.caller.actor)
        return .now(.json(ScanImportOutput(try store.perform(command), rejected: read.rejected)))
    }
}
