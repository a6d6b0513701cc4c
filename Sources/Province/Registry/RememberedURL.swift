/// The address of the database that was used last, for commands that do not name one. It may hold a password.
package struct RememberedURL: Sendable {
    private let path: String

    package init(folder: String) {
        path = folder + "/database"
    }

    /// Nil where none was used yet.
    package func read() throws -> String? {
        try PrivateFile.read(path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Remembers it, for the owner's eyes only.
    package func write(_ url: String) throws {
        if try read() != url { try PrivateFile.write(Array(url.utf8), to: path) }
    }
}
