import ArgumentParser
import Attendance
import Glibc
import Program
import Province

/// `diemdanh-province report`
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write lượt and unique people by programme, month, commune and group.")

    @Option(help: "The programme's name; all of them without.") var programme: String?
    @Option(help: "The first day, 2024-01-01.") var from: CivilDate?
    @Option(help: "The last day, 2024-12-31.") var to: CivilDate?
    @Option(help: "xlsx, csv or json.") var format: SummaryReport.Format
    @Option(help: "The file to write.") var out: String
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var options: DataOptions

    func run() throws {
        let filter = SummaryFilter(programme: programme, from: from, to: to)
        let reader = SummaryReader(try database.open(options))
        if let programme, try !reader.programmes().contains(programme) {
            writeLine("diemdanh-province: no event has the programme “\(programme)”", to: STDERR_FILENO)
        }
        let summary = try reader.summary(filter)
        try writeFile(out, try SummaryReport.bytes(summary, as: format))
        try options.show(
            summary.total, text: "\(summary.total.people) people, \(summary.total.attendances) attendances: \(out)")
    }
}

extension SummaryReport.Format: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
    /// A day as ISO 8601 writes it.
    init?(argument: String) {
        self.init(iso: argument)
    }
}
