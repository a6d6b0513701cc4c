import ArgumentParser
import Attendance
import FoundationEssentials
import Program
import Province

/// `diemdanh-province import`
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take bundles from files; writes each receipt beside its bundle.")

    @Argument(help: "Files .ddb or .ddb.age.") var files: [String]
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var options: DataOptions

    /// A refused file stops none of the others, nor does a receipt that cannot be written.
    func run() throws {
        let intake = try Intake(database: try database.open(options), folder: options.folder)
        let outcomes = try files.map { try outcome(of: $0, intake) }
        try options.show(["items": outcomes], text: outcomes.map(\.text).joined(separator: "\n"))
        let failed = outcomes.count { $0.failed != nil }
        if failed > 0 { throw Failure.failed("\(failed) receipts were not written; import the files again") }
        let refused = outcomes.count { $0.refused != nil }
        if refused > 0 { throw Failure.refused("\(refused) of \(files.count) files were refused") }
    }

    private struct Outcome: Encodable {
        let file: String
        var receipt: String?
        var new = false
        var refused: String?
        /// Why the receipt of a bundle that was taken is missing.
        var failed: String?

        var text: String {
            let result = refused ?? (new ? "taken" : "known before")
            return "\(file): " + [result, failed].compactMap(\.self).joined(separator: "; ")
        }
    }

    private func outcome(of file: String, _ intake: Intake) throws -> Outcome {
        do {
            let answer = try intake.take(try readFile(file), at: .now())
            return written(answer, beside: file)
        } catch let refusal as BundleRefusal {
            return Outcome(file: file, refused: refusal.title)
        } catch let failure as Failure where failure.status == .refused {
            return Outcome(file: file, refused: failure.description)
        }
    }

    /// The bundle is in the database by now, whatever becomes of its receipt.
    private func written(_ answer: Intake.Answer, beside file: String) -> Outcome {
        let path = URL(filePath: file).deletingLastPathComponent().appending(path: answer.name).path
        do {
            try writeFile(path, answer.receipt)
            return Outcome(file: file, receipt: path, new: answer.isNew)
        } catch {
            return Outcome(file: file, new: answer.isNew, failed: "\(error)")
        }
    }
}
