import ArgumentParser
import FoundationEssentials
import Program
import Store

/// `diemdanh verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Recompute the ledger's hash chain and seals; names every broken entry.")

    @OptionGroup var options: DataOptions

    func run() throws {
        let store = try Box(options).store(.readOnly)
        defer { store.stop() }
        let findings = try store.verify().map(\.description)
        let head = try store.ledgerHead()
        let report = Report(entries: head.entries, head: head.hash, findings: findings)
        try options.show([UInt8](try JSONEncoder().encode(report))) { (report: Report) in
            "\(report.entries) entries, head \(report.head)"
        }
        guard findings.isEmpty else { throw Failure.refused(findings.joined(separator: "\n")) }
    }

    private struct Report: Codable {
        let entries: Int64
        let head: String
        let findings: [String]
    }
}
