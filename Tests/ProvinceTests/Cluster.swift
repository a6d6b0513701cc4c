import Foundation
import Synchronization

@testable import Province

/// A PostgreSQL of the test's own: Debian's server on a Unix socket in a temporary folder, gone when the process ends.
final class Cluster: Sendable {
    private let folder: String

    /// The one that the tests share, each with a database of its own.
    static let shared = Result { try Cluster(inFolderOf: "shared") }

    /// Starts an empty server.
    init(inFolderOf name: String) throws {
        folder = "/tmp/diemdanh-\(name)-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if getuid() == 0 { try Cluster.run(["/bin/chown", "postgres", folder]) }
        try command("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        try start()
        Cluster.remember(self)
    }

    /// The address of a new, empty database.
    func makeDatabase() throws -> String {
        let name = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
        try DatabaseConnection(url("postgres")).script("CREATE DATABASE \(name)")
        return url(name)
    }

    /// Starts the server and returns when it takes connections.
    func start() throws {
        let options = "-k \(folder) -c listen_addresses='' -c fsync=off -c max_connections=60"
        try command("pg_ctl", "-D", data, "-w", "-s", "-l", "\(folder)/log", "-o", options, "start")
    }

    /// Ends it: `fast` breaks off what is under way, as a restart of the service does.
    func stop(_ mode: String = "fast") throws {
        try command("pg_ctl", "-D", data, "-w", "-s", "-m", mode, "stop")
    }

    private var data: String { folder + "/data" }

    private func url(_ database: String) -> String { "host=\(folder) user=postgres dbname=\(database)" }

    private func command(_ program: String, _ arguments: String...) throws {
        // PostgreSQL does not run as root.
        let account = getuid() == 0 ? ["/usr/sbin/runuser", "-u", "postgres", "--"] : []
        try Cluster.run(account + ["\(try Cluster.programs())/\(program)"] + arguments)
    }

    /// Where Debian has the newest server's programs.
    private static func programs() throws -> String {
        let root = "/usr/lib/postgresql"
        let versions = try FileManager.default.contentsOfDirectory(atPath: root).compactMap { Int($0) }
        return "\(root)/\(versions.max() ?? 0)/bin"
    }

    /// Runs it in a shell of its own: Foundation's `Process` would wait for the server that `pg_ctl` leaves behind.
    private static func run(_ command: [String]) throws {
        let words = command.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
        guard system("cd /tmp && \(words) </dev/null >/dev/null 2>&1") == 0 else { throw Failed(command: words) }
    }

    private struct Failed: Error { let command: String }

    /// What has to be stopped when the process ends.
    private static let started = Mutex<[Cluster]>([])

    private static func remember(_ cluster: Cluster) {
        started.withLock { clusters in
            if clusters.isEmpty { atexit { Cluster.started.withLock { $0 }.forEach { $0.remove() } } }
            clusters.append(cluster)
        }
    }

    private func remove() {
        try? stop("immediate")
        try? FileManager.default.removeItem(atPath: folder)
    }
}
