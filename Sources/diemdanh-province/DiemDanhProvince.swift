import ArgumentParser
import Program

/// The command line of the province's side.
struct DiemDanhProvince: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diemdanh-province",
        abstract: "Takes in what the boxes of a province deliver, each scan once, into PostgreSQL.",
        version: Installation.version,
        subcommands: [
            InitCommand.self, ServeCommand.self, BoxCommand.self, TokenCommand.self, ImportCommand.self,
            ReportCommand.self, SettingsCommand.self,
        ])
}
