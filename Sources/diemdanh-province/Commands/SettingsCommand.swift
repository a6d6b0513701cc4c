import ArgumentParser
import Exchange
import Program
import Province
import QRCode

/// `diemdanh-province settings`
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: "What a box takes in to deliver here: one line, or one QR code; with --url and --ca remembers them.")

    @OptionGroup var address: AddressOptions
    @Option(help: "Write the QR code to this file: .svg, else PNG.") var qr: String?
    @OptionGroup var options: DataOptions

    func run() throws {
        let keys = try ProvinceKeys(folder: options.folder)
        let known = try options.registry().current().address
        let named = try address.address(known)
        let line = try keys.line(named)
        if named != known { try options.registry().change { $0.address = named } }
        if let qr { try write(line, to: qr) }
        try options.show(
            Answer(line: line.text, number: line.number, url: line.url), text: "\(line.text)\nnumber  \(line.number)")
    }

    private func write(_ line: ProvinceLine, to path: String) throws {
        guard let code = line.qrCode else {
            throw Failure.refused("the line is too long for one QR code: use a key's pin (--ca sha256//…)")
        }
        try writeFile(path, path.hasSuffix(".svg") ? Array(code.svg().utf8) : try code.png())
    }

    private struct Answer: Encodable {
        let line: String
        let number: String
        let url: String?
    }
}
