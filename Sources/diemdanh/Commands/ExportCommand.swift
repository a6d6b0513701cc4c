import ArgumentParser
import HTTPServer
import Program

/// `diemdanh export`
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write an event's register.")

    /// The register's file formats.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case xlsx, csv, json
    }

    @Argument(help: "The event's id.") var event: String
    @Option(help: "xlsx, csv or json.") var format: Format
    @Option(help: "The file to write.") var out: String
    @OptionGroup var options: DataOptions

    func run() throws {
        let call = Call(.get, "/api/v1/events/\(event)/export", query: [("format", format.rawValue)])
        try writeFile(out, try Box(options).read(call))
    }
}
