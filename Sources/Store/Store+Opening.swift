internal import GRDB

extension Store {
    /// Opens the database; as its writer also brings it up to date and makes sure of its settings.
    static func open(_ folder: Folder, _ mode: Mode) throws -> DatabasePool {
        do {
            let pool = try DatabasePool(path: folder.database, configuration: configuration(mode))
            if mode == .readWrite {
                try Migrations.run(on: pool)
                try pool.writeWithoutTransaction { try Pragmas.setUp($0) }
            }
            return pool
        } catch {
            let error = StoreError(error)
            if error.isDamage, mode == .readWrite { mark(folder, "\(error)") }
            throw error
        }
    }

    private static func configuration(_ mode: Mode) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = mode == .readOnly
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.label = "store"
        configuration.prepareDatabase { try $0.execute(sql: Pragmas.everywhere) }
        return configuration
    }
}
