internal import Foundation
internal import Store

extension Outbox {
    /// Removes the files of no bundle that waits: they hold everybody's names, and whoever was to remove or to name them
    /// has fallen in between. Called while no bundle is being made.
    func sweep() throws {
        let folder = store.outboxFolder
        guard FileManager.default.fileExists(atPath: folder) else { return }
        let waiting = Set(try store.bundles().filter { $0.state != .receipted }.map { "\($0.name).ddb" })
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter(\.isBundleFile)
        for name in files where !waiting.contains(name) {
            // A file that a receipt has removed meanwhile is gone all the same.
            guard unlink("\(folder)/\(name)") == 0 || errno == ENOENT else {
                throw DeliveryProblem(.badFile, "\(name): \(String(cString: strerror(errno)))")
            }
        }
    }
}

extension String {
    /// Whether a bundle's file is called so, or one that was being written.
    fileprivate var isBundleFile: Bool { hasSuffix(".ddb") || hasSuffix(".ddb.new") }
}
