import ArgumentParser
import FoundationEssentials

/// What every command takes.
struct DataOptions: ParsableArguments {
    @Option(name: .long, help: "The data folder (default: $DIEMDANH_DATA, else /var/lib/diemdanh).")
    var data: String?

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    /// The data folder, from the option, the settings, the environment, or where an installed box has it.
    func folder(_ settings: Settings = Settings()) -> String {
        data ?? settings.data ?? ProcessInfo.processInfo.environment["DIEMDANH_DATA"] ?? "/var/lib/diemdanh"
    }
}
