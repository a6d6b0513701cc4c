import Foundation
import Logging
import Store

@testable import Delivery

/// The outbox of a new box in a temporary folder, which is removed at the end.
final class TestOutbox {
    let outbox: Outbox
    private let folder = FileManager.default.temporaryDirectory.path + "/delivery-\(UUID().uuidString)"

    init() throws {
        _ = try Store.create(folder: folder)
        let store = try Store(folder: folder, log: TestOutbox.log)
        outbox = Outbox(store: store, software: "test")
        try DurableFile.createFolder(store.outboxFolder)
    }

    /// Says nothing.
    static let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Where the files of the bundles are.
    var path: String { outbox.store.outboxFolder }

    /// The names of the files that are there.
    func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    /// Puts a file there.
    func write(_ name: String) throws { try Data([1]).write(to: URL(filePath: "\(path)/\(name)")) }

    deinit {
        outbox.store.stop()
        try? FileManager.default.removeItem(atPath: folder)
    }
}
