import Delivery
import Foundation
import HTTPServer
import Logging
import Program
import Store
import Web

/// The running server: store, pages and listeners, in the order in which they depend on each other.
final class Service: Sendable {
    private let store: Store
    private let courier: Courier
    private let application: Application
    private let server: Server
    private let https: VenueHTTPS
    /// What https shows at the start; nil without https, or where the settings name another certificate.
    private let certificate: VenueCertificate?
    private let systemd = SystemdNotifier()

    /// Opens the store and all listeners; throws ``Failure`` if that cannot be done.
    init(_ settings: Settings, folder: String) throws {
        let log = Logger.standard(level: settings.log?.level)
        store = try Box.open(folder, settings: settings, log: log)
        if let recovery = store.recovery {
            log.error("the database was damaged and is in \(recovery.movedTo); restored from \(recovery.backup)")
        }
        let names = (settings.hosts ?? []).map { $0.lowercased() }
        https = VenueHTTPS(store, names: names, log: log)
        var own: VenueCertificate?
        let listeners = try settings.listeners(control: Box.controlSocket(folder)) { [https] in
            let made = try https.certificate()
            own = made
            return made.identity
        }
        certificate = own
        let doors = Doors(authority: own?.authority)
        courier = try Box.courier(store, settings: settings, log: log)
        application = try Box.application(store, settings: settings, courier: courier, doors: doors, log: log)
        var configuration = Configuration(listeners: listeners)
        configuration.hostNames = Set(names)
        configuration.trustedNAT = Set((settings.trustedNAT ?? []).compactMap(Address.init))
        configuration.temporaryFolder = folder
        do {
            server = try Server(configuration, handler: application.handler, log: log)
        } catch {
            throw Failure.failed("cannot listen: \(error)")
        }
        doors.open(server.addresses)
    }

    /// Says where it listens, on standard output and to systemd; then looks after itself in the background.
    func announce() {
        for bound in server.addresses where bound.listener != .control {
            let scheme = bound.listener == .tls ? "https" : "http"
            let purpose = bound.listener == .kiosk ? "kiosk " : ""
            writeLine("\(purpose)listening on \(scheme)://\(bound.text)")
        }
        systemd.send("READY=1")
        courier.start()
        background("integrity") { [store] in store.checkDatabase() }
        background("clock") { [store] in Service.followNetworkTime(store) }
        if let certificate {
            background("certificate") { [https, server] in https.follow(server, after: certificate) }
        }
        background("opening") { [application] in Service.openDueSessions(application) }
        if let seconds = systemd.watchdogSeconds { background("watchdog") { self.keepAlive(every: seconds) } }
    }

    /// Ends in the opposite order; what was acknowledged is on disk already.
    func stop() {
        systemd.send("STOPPING=1")
        server.stop()
        application.stop()
        courier.stop()
        store.stop()
    }

    /// A sign of life is given only after the store and the pages have answered.
    private func keepAlive(every seconds: Double) {
        while true {
            let answer = application.answer(Request(path: "/health", listener: .control))
            if answer.status == 200 { systemd.send("WATCHDOG=1") }
            Thread.sleep(forTimeInterval: seconds)
        }
    }

    /// Tells the store the true time whenever the network has given it: soon after the start, then a few times an hour.
    private static func followNetworkTime(_ store: Store) {
        while true {
            let anchor = NetworkClock.anchor()
            if let anchor { _ = try? store.perform(anchor) }
            Thread.sleep(forTimeInterval: anchor == nil ? 30 : 900)
        }
    }

    /// A session that should open by itself does so within five seconds.
    private static func openDueSessions(_ application: Application) {
        while true {
            // What fails now is tried again; what cannot be written is said by whoever needs it first.
            try? application.openDueSessions()
            Thread.sleep(forTimeInterval: 5)
        }
    }

    private func background(_ name: String, _ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.name = name
        thread.start()
    }
}
