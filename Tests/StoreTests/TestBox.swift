import Attendance
import Foundation
import GRDB
import Logging
import Testing

@testable import Store

/// A box in a temporary folder, which is removed at the end.
final class TestBox {
    let folder: String
    let clock = TestClock()
    let new: NewBox
    private(set) var store: Store

    static let desk = Actor(.desk)

    /// `isAnother`: with an identity of its own, not the one that all copies of the template have.
    init(_ options: Store.Options = TestBox.quiet, isAnother: Bool = false) throws {
        folder = FileManager.default.temporaryDirectory.path + "/store-\(UUID().uuidString)"
        let clock = clock
        if isAnother {
            new = try Store.create(folder: folder) { clock.now }
        } else {
            new = try TestBox.template.get().new
            try FileManager.default.copyItem(atPath: TestBox.template.get().folder, toPath: folder)
        }
        store = try TestBox.open(folder, clock, options)
    }

    /// A new box that every test gets a copy of: its PIN hash alone takes longer than most tests.
    private static let template = Result {
        let folder = FileManager.default.temporaryDirectory.path + "/store-template-\(UUID().uuidString)"
        defer { atexit { TestBox.removeTemplate() } }
        let clock = TestClock()
        return (folder: folder, new: try Store.create(folder: folder) { clock.now })
    }

    private static func removeTemplate() {
        if let folder = try? template.get().folder { try? FileManager.default.removeItem(atPath: folder) }
    }

    /// No backups by themselves: tests ask for them.
    static var quiet: Store.Options {
        var options = Store.Options()
        options.backupIntervalMinutes = 0
        return options
    }

    static func open(
        _ folder: String, _ clock: TestClock, _ options: Store.Options = quiet, mode: Store.Mode = .readWrite,
        onFatal: @escaping @Sendable (StoreError) -> Void = { _ in }
    ) throws -> Store {
        try Store(
            folder: folder, mode: mode, options: options, clock: { clock.now },
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, onFatal: onFatal)
    }

    /// Stops the store and opens it again, after something was done to the files.
    func reopen(_ between: () throws -> Void = {}) throws {
        store.stop()
        try between()
        store = try TestBox.open(folder, clock)
    }

    /// Changes the stopped store's database behind its back.
    func tamper(_ sql: String) throws {
        try reopen {
            let queue = try DatabaseQueue(path: folder + "/diemdanh.sqlite")
            try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
            try queue.close()
        }
    }

    /// Something the database says.
    func value<Value: DatabaseValueConvertible>(_ sql: String) throws -> Value? {
        try store.pool.read { try Value.fetchOne($0, sql: sql) }
    }

    deinit {
        store.stop()
        try? FileManager.default.removeItem(atPath: folder)
    }
}
