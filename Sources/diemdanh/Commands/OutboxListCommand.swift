import ArgumentParser
import HTTPServer

/// `diemdanh outbox list`
struct OutboxListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the bundles with their receipts.")

    @OptionGroup var options: DataOptions

    func run() throws {
        let answer = try Box(options).read(Call(.get, "/api/v1/outbox"))
        try options.show(answer) { (report: OutboxReport) in report.list }
    }
}
