import ArgumentParser
import HTTPServer
import Program

/// `diemdanh outbox receipt`
struct OutboxReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: "Take in a receipt of the province (.ddr).")

    @Argument(help: "A file that the province made.") var file: String
    @OptionGroup var options: DataOptions

    func run() throws {
        let answer = try Box(options).write(.receipt(try readFile(file), carrier: "usb"))
        try options.show(answer) { (receipt: TakenReceipt) in receipt.line }
    }
}

extension Call {
    /// Hands a receipt in.
    static func receipt(_ content: [UInt8], carrier: String) -> Call {
        Call(
            .post, "/api/v1/outbox/receipts", query: [("carrier", carrier)], contentType: "application/zip",
            body: content)
    }
}
