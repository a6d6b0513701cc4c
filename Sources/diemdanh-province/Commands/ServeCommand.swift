import ArgumentParser
import Program

/// `diemdanh-province serve`
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Take bundles, and serve the pages and calls, until SIGTERM.")

    @OptionGroup var database: DatabaseOptions
    @Option(help: "ADDR:PORT; port 0 takes any.") var listen = "127.0.0.1:8090"
    @Option(help: "A name by which clients call this server, beside its addresses; may be repeated.")
    var host: [String] = []
    @OptionGroup var options: DataOptions

    func run() throws {
        let signals = TerminationSignals()
        let service = try Service(
            database: database.open(options), folder: options.folder, listen: listen, hosts: host)
        service.announce()
        signals.wait()
        service.stop()
    }
}
