import ArgumentParser
import Attendance
import FoundationEssentials
import HTTPServer
import Program

/// `diemdanh import`
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring in a roster, or scans that were made elsewhere.",
        subcommands: [Roster.self, Scans.self, Bundle.self])

    /// `diemdanh import roster`
    struct Roster: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Import a roster (XLSX or CSV) into an event.")

        @Argument(help: "The office's own file.") var file: String
        @Option(help: "The event's id.") var event: String
        @Option(help: "The sheet, where the workbook has several.") var sheet: String?
        @Flag(help: "Only say what would happen.") var dryRun = false
        @OptionGroup var options: DataOptions

        func run() throws {
            let name = URL(filePath: file).lastPathComponent
            var query = [("dry_run", String(dryRun)), ("name", name)]
            if let sheet { query.append(("sheet", sheet)) }
            let call = Call(
                .post, "/api/v1/events/\(event)/roster", query: query, contentType: "application/octet-stream",
                body: try readFile(file))
            try options.show(try Box(options).write(call), text: ImportCommand.summary)
        }
    }

    /// `diemdanh import scans`
    struct Scans: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Import scans (CSV); repeating it changes nothing.")

        @Argument(help: "A file with the columns seq, sheet, row, session, local_time, direction, method, kiosk.")
        var file: String
        @Option(help: "The event's id.") var event: String
        @OptionGroup var options: DataOptions

        func run() throws {
            let call = Call(
                .post, "/api/v1/events/\(event)/scans", contentType: "text/csv", body: try readFile(file))
            try options.show(try Box(options).write(call), text: ImportCommand.summary)
        }
    }

    /// `diemdanh import bundle`
    struct Bundle: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take in an event that another box shares, or what another box of an event has recorded.")

        @Argument(help: "The file from event share, or from export --format bundle --to THIS_BOX.") var file: String
        @OptionGroup var options: DataOptions

        func run() throws {
            let call = Call(
                .post, "/api/v1/bundles", contentType: "application/octet-stream", body: try readFile(file))
            try options.show(try Box(options).write(call)) { (taken: Taken) in taken.text }
        }

        private struct Taken: Decodable {
            let event: String
            let adopted: Bool
            let people: Int
            let scans: Int
            let known: Int
            let rejected: [Rejected]

            struct Rejected: Decodable {
                let id: String
                let why: String
            }

            var text: String {
                let counts = "new people \(people), new scans \(scans), scans known already \(known)"
                let start = adopted ? "this box is a box of event \(event) now; new people \(people)" : counts
                return ([start] + rejected.map { "not taken: \($0.id) (\($0.why))" }).joined(separator: "\n")
            }
        }
    }

    /// The report for people: the figures, then each row that wants a look.
    private static func summary(_ report: ImportReport) -> String {
        var lines = ["imported \(report.imported), updated \(report.updated), unchanged \(report.unchanged)"]
        lines += report.duplicates.map { "row \($0.row): the same person as row \($0.of)" }
        lines += report.rejected.map { "row \($0.row), \($0.column): \($0.message)" }
        lines += report.repaired.map { "row \($0.row), \($0.column): \($0.from) → \($0.to) (\($0.why))" }
        lines += report.warnings.map { "row \($0.row), \($0.field): \($0.code)" }
        return lines.joined(separator: "\n")
    }
}
