import ArgumentParser
import FoundationEssentials
import HTTPServer
import Store

/// `diemdanh operator`
struct OperatorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operator", abstract: "People who may sign in with a PIN.", subcommands: [Add.self])

    /// What somebody may do after signing in.
    enum Role: String, ExpressibleByArgument, CaseIterable {
        case desk, organiser
    }

    /// Also the way back in for somebody whose PIN is forgotten or locked.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add somebody, or give them a new PIN and lift their lockout; prints the PIN once.")

        @Argument(help: "A name; the first organiser's is: \(Store.firstOrganiser).") var name: String
        @Option(help: "desk or organiser.") var role = Role.desk
        @OptionGroup var options: DataOptions

        func run() throws {
            let pin = PIN.random()
            let body = try JSONEncoder().encode(["name": name, "role": role.rawValue, "pin": pin])
            let answer = try Box(options).write(Call(.post, "/api/v1/operators", body: [UInt8](body)))
            let member = try JSONDecoder().decode(Member.self, from: Data(answer))
            let made = Member(name: member.name, role: member.role, pin: pin)
            try options.show([UInt8](try JSONEncoder().encode(made))) { (made: Member) in
                "\(made.role)  \(made.name)  PIN \(made.pin ?? "")"
            }
        }

        private struct Member: Codable {
            let name: String
            let role: String
            var pin: String?
        }
    }
}
