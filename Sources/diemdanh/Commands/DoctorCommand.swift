import ArgumentParser
import FoundationEssentials
import Program
import Rendering
import Store

/// `diemdanh doctor`
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check disk, clock, database and permissions; prints a health word.")

    @OptionGroup var options: DataOptions

    func run() throws {
        let store = try Box(options).store(.readOnly)
        defer { store.stop() }
        let facts = try store.doctor(now: SystemClock.reading())
        let report = Report(
            facts, languages: try languageFindings(), box: store.box.id, key: store.box.publicKey)
        try options.show([UInt8](try JSONEncoder().encode(report))) { (report: Report) in
            let lines = report.checks.map { "\($0.state)  \($0.subject)  \($0.detail)" }
            return (["box  \(report.box)", "key  \(report.key)"] + lines + ["health word: \(report.word)"]).joined(
                separator: "\n")
        }
        guard !facts.contains(where: { $0.state == .bad }) else { throw Failure.refused("the box needs attention") }
    }

    /// What is wrong with the files of languages.
    private func languageFindings() throws -> [String] {
        let www = try Installation.www(try options.settings().www)
        return try Languages(folder: www + "/locales").findings
    }

    /// What the doctor found, and one word to say over the phone.
    private struct Report: Codable {
        let word: String
        let box: String
        /// By which the province and other boxes know this one.
        let key: String
        let checks: [Check]

        /// One thing that was looked at.
        struct Check: Codable {
            let subject: String
            let state: String
            let detail: String
        }

        /// TỐT: all is well. LƯU Ý: it works, somebody should look. HỎNG: do not go on with this box.
        init(_ facts: [DoctorFact], languages findings: [String], box: String, key: String) {
            (self.box, self.key) = (box, key)
            let isBad = facts.contains { $0.state == .bad }
            let isGood = findings.isEmpty && facts.allSatisfy { $0.state == .good }
            word = isBad ? "HỎNG" : isGood ? "TỐT" : "LƯU Ý"
            checks =
                facts.map { Check(subject: "\($0.subject)", state: "\($0.state)", detail: $0.detail) }
                + findings.map { Check(subject: "languages", state: "warning", detail: $0) }
        }
    }
}
