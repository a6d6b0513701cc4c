import Attendance
import HTTPServer
import Logging
import Program
import Province

/// The running server.
struct Service {
    private let server: Server
    private let systemd = SystemdNotifier()

    /// Opens the listener; throws ``Failure`` if that cannot be done.
    init(database: Database, folder: String, listen: String, hosts: [String]) throws {
        let log = Logger.standard()
        let application = try ProvinceApplication(
            intake: try Intake(database: database, folder: folder), www: try Installation.www(),
            version: Installation.version, clock: Timestamp.now, log: log)
        var configuration = Configuration(listeners: [try Endpoint(listen).listener(.main)])
        configuration.hostNames = Set(hosts)
        configuration.temporaryFolder = folder
        configuration.storeThreads = 4
        // A bundle of years may take longer than a page; who gave up waiting sends again and gets the receipt.
        configuration.limits.answer = .seconds(300)
        do {
            server = try Server(configuration, handler: application.handler, log: log)
        } catch {
            throw Failure.failed("cannot listen: \(error)")
        }
    }

    /// Says where it listens, on standard output and to systemd.
    func announce() {
        for bound in server.addresses { writeLine("listening on http://\(bound.text)") }
        systemd.send("READY=1")
    }

    /// Lets requests under way end.
    func stop() {
        systemd.send("STOPPING=1")
        server.stop()
    }
}
