/// Where everything stands in a data folder.
struct Folder: Sendable {
    let path: String

    var database: String { path + "/diemdanh.sqlite" }
    var keys: String { path + "/keys" }
    var backups: String { path + "/backup" }
    var outbox: String { path + "/outbox" }
    var lock: String { path + "/lock" }
    /// Says why the database must not be used any more.
    var mark: String { path + "/damaged" }
}
