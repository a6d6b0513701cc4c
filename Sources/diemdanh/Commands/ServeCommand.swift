import ArgumentParser
import HTTPServer
import Program

/// `diemdanh serve`
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the pages and the API until SIGTERM.")

    @Option(help: "ADDR:PORT for plain HTTP; port 0 takes any.") var listen: String?
    @Option(help: "ADDR:PORT for HTTPS, with the box's own certificate unless the settings name one.") var tlsListen:
        String?
    @Option(help: "ADDR:PORT for the kiosk's own screen, apart from the crowd.") var kioskListen: String?
    @OptionGroup var options: DataOptions

    func run() throws {
        var settings = try options.settings()
        settings.listen = listen ?? settings.listen
        settings.tlsListen = tlsListen ?? settings.tlsListen
        settings.kioskListen = kioskListen ?? settings.kioskListen
        let signals = TerminationSignals()
        let service = try Service(settings, folder: options.folder(settings))
        service.announce()
        signals.wait()
        service.stop()
    }
}
