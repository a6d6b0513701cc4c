import ArgumentParser
import HTTPServer
import Program

/// `diemdanh export`
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write an event's register, or the bundle for the province.")

    /// The register's file formats, and those that travel.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case xlsx, csv, json, xapi, bundle
    }

    /// In whose words people are written down.
    enum Names: String, ExpressibleByArgument, CaseIterable {
        case qcvn109
    }

    @Argument(help: "The event's id.") var event: String
    @Option(help: "xlsx, csv, json, xapi or bundle.") var format: Format
    @Option(help: "The file to write.") var out: String
    @Option(help: "For xlsx and csv: qcvn109 for people in the words of QCVN 109:2017.") var names: Names?
    @Option(help: "For xapi and bundle: only what came after this entry of the ledger.") var after: Int64?
    @Option(help: "For bundle: the key of the box that may read it.") var to: String?
    @Flag(help: "For bundle: not encrypted.") var plain = false
    @OptionGroup var options: DataOptions

    func run() throws {
        var query = [("format", format.rawValue)]
        if let names { query.append(("names", names.rawValue)) }
        if let after { query.append(("after", String(after))) }
        if let to { query.append(("to", to)) }
        if plain { query.append(("plain", "true")) }
        let call = Call(.get, "/api/v1/events/\(event)/export", query: query)
        try writeFile(out, try Box(options).read(call))
    }
}
