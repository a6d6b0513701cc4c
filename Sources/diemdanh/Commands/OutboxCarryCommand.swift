import ArgumentParser
import Attendance
import Delivery
import FoundationEssentials
import HTTPServer
import Program
import Store

/// `diemdanh outbox carry`
///
/// This process writes the stick, since the server's sandbox cannot see it; the server is told of each step. A line that
/// names a file is printed when the file is surely on the stick, not before.
struct OutboxCarryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carry",
        abstract: "Put what has no receipt on a stick, encrypted, and take in the receipts that are there.")

    @Option(help: "A folder on the stick.") var out: String
    @OptionGroup var options: DataOptions

    func run() throws {
        try checkFolder(out, "; is the stick plugged in and mounted?")
        let box = try Box(options)
        let province = try province(box)
        let receipts = try takeReceipts(box)
        receipts.compactMap(\.taken?.line).forEach(say)
        _ = try box.write(Call(.post, "/api/v1/outbox/bundles"))
        let carried = try carry(box, province)
        let report = Report(carried: carried, receipts: receipts)
        try options.show([UInt8](try JSONEncoder().encode(report))) { (report: Report) in report.end }
        let bad = receipts.compactMap { receipt in receipt.problem.map { "\(receipt.file): \($0)" } }
        guard bad.isEmpty else { throw Failure.refused(bad.joined(separator: "\n")) }
    }

    private func province(_ box: Box) throws -> ProvinceSettings {
        let store = try box.store(.readOnly)
        defer { store.stop() }
        guard let province = try store.province else {
            throw Failure.refused(
                "no province is set: without its key nothing can be encrypted to it; run: diemdanh province set LINE")
        }
        return province
    }

    private func takeReceipts(_ box: Box) throws -> [Report.Receipt] {
        try onStick(box) { try $0.receipts() }.map { file in
            do {
                let answer = try box.write(.receipt(file.content, carrier: "usb"))
                let taken = try JSONDecoder().decode(TakenReceipt.self, from: Data(answer))
                return Report.Receipt(file: file.name, taken: taken)
            } catch let failure as Failure where failure.status == .refused {
                return Report.Receipt(file: file.name, problem: failure.description)
            }
        }
    }

    /// A stick that fails in the middle still has what came before.
    private func carry(_ box: Box, _ province: ProvinceSettings) throws -> [Report.Carried] {
        var carried: [Report.Carried] = []
        let result = Result {
            try onStick(box) { stick in
                try stick.carry(try stick.waiting(), to: province.ageKey) {
                    carried.append(Report.Carried(id: $0.bundle.id.description, file: $0.file, size: $0.size))
                    say("\($0.file)  \($0.size) bytes")
                }
            }
        }
        let done = try JSONEncoder().encode(["bundles": carried.map(\.id)])
        _ = try box.write(Call(.post, "/api/v1/outbox/carried", body: [UInt8](done)))
        try result.get()
        return carried
    }

    /// Tells people at once: sticks are slow. A program waits for the whole report.
    private func say(_ line: String) {
        if !options.json { writeLine(line) }
    }

    /// Works on the stick with a reader of the store beside the running server.
    private func onStick<Value>(_ box: Box, _ body: (Stick) throws -> Value) throws -> Value {
        let store = try box.store(.readOnly)
        defer { store.stop() }
        do {
            return try body(Stick(out, outbox: Outbox(store: store, software: "diemdanh \(Installation.version)")))
        } catch let problem as StickProblem {
            throw Failure(problem, folder: out)
        } catch let problem as DeliveryProblem {
            throw Failure.failed("\(problem.kind.rawValue) \(problem.detail)")
        }
    }

    /// What was done.
    private struct Report: Codable {
        let carried: [Carried]
        let receipts: [Receipt]

        struct Carried: Codable {
            let id: String
            let file: String
            let size: Int64
        }

        struct Receipt: Codable {
            let file: String
            var taken: TakenReceipt?
            var problem: String?
        }

        var end: String { "\(carried.count) on the stick; it may be pulled out" }
    }
}
