import Delivery
import FoundationEssentials
import Glibc
import HTTPServer
import Logging
import Program
import Store
import Web

/// The box a command works on: through the running server, or by itself where none runs.
struct Box {
    let folder: String
    private let settings: Settings

    init(_ options: DataOptions) throws {
        settings = try options.settings()
        folder = options.folder(settings)
    }

    /// Makes a call that changes something: the running server does it, else this process as the only writer.
    func write(_ call: Call) throws -> [UInt8] {
        try ask(call) ?? perform(call, mode: .readWrite)
    }

    /// Makes a call that only reads, beside a running server.
    func read(_ call: Call) throws -> [UInt8] {
        try perform(call, mode: .readOnly)
    }

    /// Opens the store for something that is no call.
    func store(_ mode: Store.Mode) throws -> Store {
        try Box.open(folder, mode: mode, settings: settings)
    }

    /// The store with what delivers from it, for a command that finds no server running.
    func delivery() throws -> (store: Store, courier: Courier) {
        let store = try store(.readWrite)
        return (store, try Box.courier(store, settings: settings, log: .standard()))
    }

    static func courier(_ store: Store, settings: Settings, log: Logger) throws -> Courier {
        let outbox = Outbox(store: store, software: "diemdanh \(Installation.version)")
        return Courier(outbox, lrs: try settings.lrsSettings(), webhook: settings.webhookSettings, log: log)
    }

    /// Makes a call that only the running server can make; nil where none runs.
    func ask(_ call: Call) throws -> [UInt8]? {
        try ControlClient(path: Box.controlSocket(folder)).send(call).map(Box.body)
    }

    static func controlSocket(_ folder: String) -> String { "\(folder)/control.socket" }

    /// Opens the store of a data folder. A device that fails while it is open ends the process at once: what a failed
    /// `fsync` has lost, no retry brings back.
    static func open(
        _ folder: String, mode: Store.Mode = .readWrite, settings: Settings = Settings(),
        log: Logger = .standard()
    ) throws -> Store {
        var options = Store.Options()
        options.secondBackupFolder = settings.backup?.second
        options.province = try settings.provinceSettings()
        do {
            return try Store(folder: folder, mode: mode, options: options, log: log) { error in
                log.critical("the store failed: \(error)")
                _exit(Failure.Status.failed.rawValue)
            }
        } catch let error as StoreError {
            throw Failure(error, folder: folder)
        }
    }

    static func application(
        _ store: Store, settings: Settings = Settings(), courier: Courier? = nil, doors: Doors = Doors(), log: Logger
    ) throws -> Application {
        var environment = Environment(
            store: store, www: try Installation.www(settings.www), tables: try Installation.tables(),
            version: Installation.version, log: log)
        environment.doors = doors
        environment.courier = courier
        environment.staffNetworks = (settings.staffNetworks ?? []).compactMap(Network.init)
        return try Application(environment)
    }

    private func perform(_ call: Call, mode: Store.Mode) throws -> [UInt8] {
        let store = try self.store(mode)
        defer { store.stop() }
        let doors = Doors()
        doors.open(try settings.places)
        let application = try Box.application(store, settings: settings, doors: doors, log: .standard())
        defer { application.stop() }
        return try Box.body(of: application.answer(call.request))
    }

    /// The body of a success; a ``Failure`` with the problem's words otherwise.
    private static func body(of response: Response) throws -> [UInt8] {
        guard case .bytes(let bytes) = response.content else { return [] }
        guard response.status >= 400 else { return bytes }
        let problem = try? JSONDecoder().decode(ProblemBody.self, from: Data(bytes))
        let words = problem?.words ?? "status \(response.status)"
        throw response.status >= 500 ? Failure.failed(words) : Failure.refused(words)
    }
}

extension Failure {
    /// A store that cannot be opened.
    init(_ error: StoreError, folder: String) {
        switch error {
        case .notInitialised: self = .refused("\(folder) holds no box; run: diemdanh init --data \(folder)")
        case .alreadyExists: self = .refused("\(folder) holds a box already")
        case .locked: self = .refused("another process owns \(folder)")
        default: self = .failed("\(folder): \(Failure.words(error))")
        }
    }
}
