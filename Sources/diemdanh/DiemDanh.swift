import ArgumentParser
import Program

/// The command line of the box.
struct DiemDanh: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diemdanh",
        abstract: "Attendance for training classes, conferences and exhibitions, without internet.",
        version: Installation.version,
        subcommands: [
            InitCommand.self, ServeCommand.self, EventCommand.self, ImportCommand.self, CodesCommand.self,
            ExportCommand.self, StationCommand.self, OperatorCommand.self, ClockCommand.self, VerifyCommand.self,
            RebuildCommand.self, BackupCommand.self, RestoreCommand.self, DoctorCommand.self, OutboxCommand.self,
            ProvinceCommand.self,
        ])
}
