import ArgumentParser
import FoundationEssentials
import HTTPServer
import Program

/// `diemdanh event`
struct EventCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event", abstract: "Create, list, show and share events.",
        subcommands: [Create.self, List.self, Show.self, Share.self])

    /// `diemdanh event create`
    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Create an event from a YAML file; prints its id.")

        @Argument(help: "A file of schema event/1.") var file: String
        @OptionGroup var options: DataOptions

        func run() throws {
            let body = try JSONEncoder().encode(try EventFile(path: file).input())
            let answer = try Box(options).write(Call(.post, "/api/v1/events", body: [UInt8](body)))
            try options.show(answer) { (event: Created) in event.id }
        }

        private struct Created: Decodable {
            let id: String
        }
    }

    /// `diemdanh event list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the events.")

        @OptionGroup var options: DataOptions

        func run() throws {
            let answer = try Box(options).read(Call(.get, "/api/v1/events"))
            try options.show(answer) { (list: Events) in
                list.items.map { "\($0.id)  \($0.number)  \($0.name)" }.joined(separator: "\n")
            }
        }

        private struct Events: Decodable {
            let items: [Event]
        }
    }

    /// `diemdanh event show`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show an event and its sessions.")

        @Argument(help: "The event's id.") var event: String
        @OptionGroup var options: DataOptions

        func run() throws {
            let answer = try Box(options).read(Call(.get, "/api/v1/events/\(event)"))
            try options.show(answer) { (event: Event) in
                let sessions = (event.sessions ?? []).map { "  \($0.id)  \($0.state)  \($0.startsAt)  \($0.title)" }
                return (["\(event.id)  \(event.number)  \(event.name)"] + sessions).joined(separator: "\n")
            }
        }
    }

    /// `diemdanh event share`
    struct Share: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make another box a second box of an event; prints the file that it imports.",
            discussion:
                "The other box's key is the line RW… that diemdanh doctor prints there. There: import bundle FILE.")

        @Argument(help: "The event's id.") var event: String
        @Option(help: "The other box's key.") var to: String
        @Option(help: "The file to write (default: in this folder, named after box and event).") var out: String?
        @OptionGroup var options: DataOptions

        func run() throws {
            let body = try JSONEncoder().encode(["to": to])
            let file = try Box(options).write(Call(.post, "/api/v1/events/\(event)/share", body: [UInt8](body)))
            let path = out ?? "\(event.prefix(8)).dds.age"
            try writeFile(path, file)
            try options.show([UInt8](try JSONEncoder().encode(["file": path]))) { (made: [String: String]) in
                made["file"] ?? ""
            }
        }
    }

    fileprivate struct Event: Decodable {
        let id: String
        let number: Int
        let name: String
        let sessions: [Session]?
    }

    fileprivate struct Session: Decodable {
        let id: String
        let title: String
        let state: String
        let startsAt: String

        enum CodingKeys: String, CodingKey {
            case id, title, state
            case startsAt = "starts_at"
        }
    }
}
