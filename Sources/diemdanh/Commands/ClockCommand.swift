import ArgumentParser
import FoundationEssentials
import HTTPServer

/// `diemdanh clock`
struct ClockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock", abstract: "What time the box believes it is.", subcommands: [Show.self, Set.self])

    /// `diemdanh clock show`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the clock and whether it is confirmed.")

        @OptionGroup var options: DataOptions

        func run() throws {
            let answer = try Box(options).read(Call(.get, "/api/v1/clock"))
            try options.show(answer) { (clock: Clock) in "\(clock.now)  \(clock.state)" }
        }
    }

    /// `diemdanh clock set`
    struct Set: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say the true time; the scans of this boot are dated by it.")

        @Argument(help: "A time with offset, such as 2024-06-12T08:03:11+07:00.") var time: String
        @OptionGroup var options: DataOptions

        func run() throws {
            let body = try JSONEncoder().encode(["now": time])
            let answer = try Box(options).write(Call(.post, "/api/v1/clock", body: [UInt8](body)))
            try options.show(answer) { (clock: Clock) in "\(clock.now)  \(clock.state)" }
        }
    }

    private struct Clock: Decodable {
        let now: String
        let state: String
    }
}
