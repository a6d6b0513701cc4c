import ArgumentParser
import FoundationEssentials
import HTTPServer

/// `diemdanh station`
struct StationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "station", abstract: "Phones and screens that may work for this box.",
        subcommands: [Add.self, List.self, Revoke.self])

    /// What a device is for.
    enum Role: String, ExpressibleByArgument, CaseIterable {
        case desk, kiosk, display
    }

    /// `diemdanh station add`
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a station; prints the address that enrols it once.")

        @Argument(help: "A name such as: cửa chính.") var name: String
        @Option(help: "desk, kiosk or display.") var role: Role
        @OptionGroup var options: DataOptions

        func run() throws {
            let body = try JSONEncoder().encode(["name": name, "role": role.rawValue])
            let answer = try Box(options).write(Call(.post, "/api/v1/stations", body: [UInt8](body)))
            try options.show(answer) { (station: Added) in station.url }
        }

        private struct Added: Decodable {
            let url: String
        }
    }

    /// `diemdanh station list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the stations.")

        @OptionGroup var options: DataOptions

        func run() throws {
            let answer = try Box(options).read(Call(.get, "/api/v1/stations"))
            try options.show(answer) { (list: Stations) in
                list.items.map(\.line).joined(separator: "\n")
            }
        }

        private struct Stations: Decodable {
            let items: [Station]

            struct Station: Decodable {
                let name: String
                let role: String
                let state: String
                let lastSeen: String?
                let unsent: Int?
                let battery: Int?

                enum CodingKeys: String, CodingKey {
                    case name, role, state, unsent, battery
                    case lastSeen = "last_seen"
                }

                var line: String {
                    let facts = [
                        lastSeen.map { "seen \($0)" }, unsent.map { "unsent \($0)" }, battery.map { "battery \($0) %" },
                    ]
                    return ([state, role, name] + facts.compactMap(\.self)).joined(separator: "  ")
                }
            }
        }
    }

    /// `diemdanh station revoke`
    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shut a station out at once.")

        @Argument(help: "The station's name.") var name: String
        @OptionGroup var options: DataOptions

        func run() throws {
            _ = try Box(options).write(Call(.delete, "/api/v1/stations", name: name))
        }
    }
}
