import ArgumentParser
import Attendance
import Crypto
import Program
import Province

/// `diemdanh-province box`
struct BoxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "box", abstract: "Boxes that may deliver.", subcommands: [Add.self, List.self, Revoke.self])

    /// `diemdanh-province box add`
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Register a box by its public key.")

        @Argument(help: "A name such as: Tiến Xuân 1.") var name: String
        @Option(help: "The box's public key, RWQ…, or a .pub file.") var key: String
        @OptionGroup var options: DataOptions

        func run() throws {
            let text = key.hasSuffix(".pub") ? String(decoding: try readFile(key), as: UTF8.self) : key
            guard let key = try? MinisignPublicKey(text: text) else {
                throw Failure.refused("this is no minisign public key")
            }
            let box = try options.registry().change { registry in
                try registry.addBox(name, key: key, at: .now())
                return registry.box(key)
            }
            try options.show(box, text: "")
        }
    }

    /// `diemdanh-province box list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the boxes.")

        @OptionGroup var options: DataOptions

        func run() throws {
            let boxes = try options.registry().current().boxes
            let lines = boxes.map { "\($0.isRevoked ? "revoked" : "active ")  \($0.key)  \($0.name)" }
            try options.show(["items": boxes], text: lines.joined(separator: "\n"))
        }
    }

    /// `diemdanh-province box revoke`
    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Refuse a box from now on; what it delivered stays.")

        @Argument(help: "The box's name.") var name: String
        @OptionGroup var options: DataOptions

        func run() throws {
            try options.registry().change { try $0.revokeBox(name, at: .now()) }
        }
    }
}
