import ArgumentParser
import Delivery
import Foundation
import HTTPServer
import Program
import Store

/// `diemdanh outbox push`
struct OutboxPushCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "push", abstract: "Send everything to the province now.")

    @OptionGroup var options: DataOptions

    /// How often a running server is asked whether it is done.
    private static let pause = 0.3

    func run() throws {
        let box = try Box(options)
        let answer = try pushByServer(box) ?? pushHere(box)
        try options.show(answer) { (report: OutboxReport) in report.text }
        let report = try JSONDecoder().decode(OutboxReport.self, from: Data(answer))
        guard report.hasArrived else { throw Failure.refused(Self.words(report)) }
    }

    private static func words(_ report: OutboxReport) -> String {
        guard report.province.url == nil else { return "not everything has arrived" }
        return "not everything has arrived: the province has no address; set it with diemdanh province set LINE, "
            + "or carry the bundles with diemdanh outbox carry"
    }

    /// The running server sends, and is asked until it is done; nil where none runs.
    private func pushByServer(_ box: Box) throws -> [UInt8]? {
        guard var answer = try box.ask(Call(.post, "/api/v1/outbox/push")) else { return nil }
        while try JSONDecoder().decode(OutboxReport.self, from: Data(answer)).pushing {
            Thread.sleep(forTimeInterval: Self.pause)
            guard let next = try box.ask(Call(.get, "/api/v1/outbox")) else { break }
            answer = next
        }
        return answer
    }

    private func pushHere(_ box: Box) throws -> [UInt8] {
        let (store, courier) = try box.delivery()
        courier.pushOnce()
        store.stop()
        return try box.read(Call(.get, "/api/v1/outbox"))
    }
}
