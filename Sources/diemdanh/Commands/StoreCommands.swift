import ArgumentParser
import FoundationEssentials
import HTTPServer
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

/// `diemdanh backup`
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a verified copy of the store.")

    @Option(help: "The file to write.") var out: String
    @OptionGroup var options: DataOptions

    /// A reader is enough: the copy is taken from one moment, beside a running server.
    func run() throws {
        let store = try Box(options).store(.readOnly)
        defer { store.stop() }
        let backup = try store.backUp(to: out)
        if !options.json { print("\(backup.path)  \(backup.head.entries) entries, head \(backup.head.hash)") }
    }
}

/// `diemdanh restore`
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a new box of a backup, with a new identity.")

    @Argument(help: "A file that backup wrote.") var file: String
    @OptionGroup var options: DataOptions

    func run() throws {
        let folder = options.folder()
        do {
            let box = try Store.restore(file: file, folder: folder, clock: SystemClock.reading)
            if !options.json { print("restored as box \(box)") }
        } catch let error as StoreError {
            throw Failure(error, folder: folder)
        }
    }
}

/// `diemdanh doctor`
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check disk, clock, database and permissions; prints a health word.")

    @OptionGroup var options: DataOptions

    func run() throws {
        let store = try Box(options).store(.readOnly)
        defer { store.stop() }
        let facts = try store.doctor(now: SystemClock.reading())
        let report = Report(facts)
        try options.show([UInt8](try JSONEncoder().encode(report))) { (report: Report) in
            let lines = report.checks.map { "\($0.state)  \($0.subject)  \($0.detail)" }
            return (lines + ["health word: \(report.word)"]).joined(separator: "\n")
        }
        guard !facts.contains(where: { $0.state == .bad }) else { throw Failure.refused("the box needs attention") }
    }

    /// What the doctor found, and one word to say over the phone.
    private struct Report: Codable {
        let word: String
        let checks: [Check]

        struct Check: Codable {
            let subject: String
            let state: String
            let detail: String
        }

        /// TỐT: all is well. LƯU Ý: it works, somebody should look. HỎNG: do not go on with this box.
        init(_ facts: [DoctorFact]) {
            let isBad = facts.contains { $0.state == .bad }
            word = isBad ? "HỎNG" : facts.allSatisfy { $0.state == .good } ? "TỐT" : "LƯU Ý"
            checks = facts.map { Check(subject: "\($0.subject)", state: "\($0.state)", detail: $0.detail) }
        }
    }
}
