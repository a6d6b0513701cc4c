import ArgumentParser
import FoundationEssentials
import Store

/// `diemdanh backup`
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a verified copy of the store.")

    @Option(help: "The file to write.") var out: String
    @OptionGroup var options: DataOptions

    /// A reader is enough: the copy is taken from one moment, beside a running server.
    func run() throws {
        try checkFolder(URL(filePath: out).deletingLastPathComponent().path, " to write the backup to")
        let store = try Box(options).store(.readOnly)
        defer { store.stop() }
        let backup = try store.backUp(to: out)
        if !options.json { print("\(backup.path)  \(backup.head.entries) entries, head \(backup.head.hash)") }
    }
}
