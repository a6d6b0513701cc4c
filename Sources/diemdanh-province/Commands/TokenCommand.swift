import ArgumentParser
import Attendance
import Province

/// `diemdanh-province token`
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Tokens of people and programs that read or carry.",
        subcommands: [Add.self, List.self, Revoke.self])

    /// `diemdanh-province token add`
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a token; prints it this once.")

        @Argument(help: "Whose it is.") var name: String
        @OptionGroup var options: DataOptions

        func run() throws {
            let token = try options.registry().change { try $0.addToken(name, at: .now()) }
            try options.show(["name": name, "token": token], text: token)
        }
    }

    /// `diemdanh-province token list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the tokens' names.")

        @OptionGroup var options: DataOptions

        func run() throws {
            let tokens = try options.registry().current().tokens
            let items = tokens.map { Item(name: $0.name, addedAt: $0.addedAt, revokedAt: $0.revokedAt) }
            let lines = tokens.map { "\($0.isRevoked ? "revoked" : "active ")  \($0.name)" }
            try options.show(["items": items], text: lines.joined(separator: "\n"))
        }

        private struct Item: Encodable {
            let name: String
            let addedAt: String
            let revokedAt: String?

            enum CodingKeys: String, CodingKey {
                case name
                case addedAt = "added_at"
                case revokedAt = "revoked_at"
            }
        }
    }

    /// `diemdanh-province token revoke`
    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "End a token at once.")

        @Argument(help: "The token's name.") var name: String
        @OptionGroup var options: DataOptions

        func run() throws {
            try options.registry().change { try $0.revokeToken(name, at: .now()) }
        }
    }
}
