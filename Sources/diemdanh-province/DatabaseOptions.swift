import ArgumentParser
import FoundationEssentials
import Program
import Province

/// Where PostgreSQL is, for the commands that need it.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "postgresql://…, also several hosts (default: $DATABASE_URL, else the one that served last).")
    var database: String?

    /// The database, its tables brought to this version; remembered in the data folder for the other commands.
    func open(_ options: DataOptions) throws -> Database {
        // Before anything else: a folder without keys is no data folder yet.
        _ = try options.registry()
        let remembered = RememberedURL(folder: options.folder)
        guard let url = try database ?? ProcessInfo.processInfo.environment["DATABASE_URL"] ?? remembered.read()
        else {
            throw Failure(description: "say which database: --database postgresql://…", status: .usage)
        }
        let opened = Database(url)
        try opened.migrate()
        try remembered.write(url)
        return opened
    }
}
