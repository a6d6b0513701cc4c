import ArgumentParser
import FoundationEssentials
import Program

/// What every command takes.
struct DataOptions: ParsableArguments {
    @Option(name: .long, help: "The data folder (default: $DIEMDANH_DATA, else /var/lib/diemdanh).")
    var data: String?

    @Option(help: "The settings file (default: $DIEMDANH_CONFIG, else none).")
    var config: String?

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    /// What the settings file says; nothing where none is named. Throws ``Failure``.
    func settings() throws -> Settings {
        let path = config ?? ProcessInfo.processInfo.environment["DIEMDANH_CONFIG"]
        return try path.map(Settings.init(path:)) ?? Settings()
    }

    /// The data folder, from the option, the settings, the environment, or where an installed box has it.
    func folder(_ settings: Settings = Settings()) -> String {
        data ?? settings.data ?? ProcessInfo.processInfo.environment["DIEMDANH_DATA"] ?? "/var/lib/diemdanh"
    }
}
