import ArgumentParser
import HTTPServer

/// `diemdanh rebuild`
struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Recompute the attendance from the ledger.")

    @OptionGroup var options: DataOptions

    func run() throws {
        let answer = try Box(options).write(Call(.post, "/api/v1/store/rebuild"))
        try options.show(answer) { (report: Report) in
            "\(report.rows) rows, \(report.unchanged ? "unchanged" : "corrected")"
        }
    }

    private struct Report: Decodable {
        let rows: Int
        let unchanged: Bool
    }
}
