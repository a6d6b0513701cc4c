import ArgumentParser
import FoundationEssentials
import HTTPServer

/// `diemdanh province`
struct ProvinceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "province", abstract: "Who receives the record.", subcommands: [Show.self, Set.self])

    /// `diemdanh province show`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show address, keys and number of the province.")

        @OptionGroup var options: DataOptions

        func run() throws {
            let answer = try Box(options).read(Call(.get, "/api/v1/province"))
            try options.show(answer) { (province: Province) in province.text }
        }
    }

    /// `diemdanh province set`
    struct Set: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take in the line that diemdanh-province settings prints; used at once.")

        @Argument(help: "The line, in quotes.") var line: String
        @Flag(help: "Only say what was read and what would follow.") var dryRun = false
        @OptionGroup var options: DataOptions

        func run() throws {
            let body = try JSONEncoder().encode(["line": line])
            let call = Call(
                .put, "/api/v1/province", query: dryRun ? [("dry_run", "true")] : [], body: [UInt8](body))
            let answer = try Box(options).write(call)
            try options.show(answer) { (change: Change) in change.text }
        }
    }

    private struct Province: Decodable {
        let configured: Bool
        let url: String?
        let signKey: String?
        let ageKey: String?
        let trust: String?
        let number: String?
        let fromSettingsFile: Bool

        enum CodingKeys: String, CodingKey {
            case configured, url, trust, number
            case signKey = "sign_key"
            case ageKey = "age_key"
            case fromSettingsFile = "from_settings_file"
        }

        var text: String {
            guard configured else { return "no province is set" }
            let lines = [
                ("address", url ?? "none: stick or phone"), ("sign key", signKey), ("age key", ageKey),
                ("trust", trust),
                ("number", number), ("from", fromSettingsFile ? "the settings file" : nil),
            ]
            return lines.compactMap { name, value in
                value.map { name + String(repeating: " ", count: 10 - name.count) + $0 }
            }.joined(separator: "\n")
        }
    }

    private struct Change: Decodable {
        let province: Province
        let waiting: Int
        let confirmed: Int
        let sealedToAnother: Int

        enum CodingKeys: String, CodingKey {
            case province, waiting, confirmed
            case sealedToAnother = "sealed_to_another"
        }

        /// What was read, then what follows for the record.
        var text: String {
            let facts = [
                (waiting, "bundles wait and go there"),
                (confirmed, "bundles were confirmed by another one and are not sent again"),
                (sealedToAnother, "citizen numbers of cards are sealed to another one and cannot be read there"),
            ]
            return ([province.text] + facts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }).joined(separator: "\n")
        }
    }
}
