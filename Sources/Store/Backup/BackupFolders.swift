internal import Foundation

/// The folders that backups go to.
struct BackupFolders {
    /// The one beside the data.
    let own: String
    private let data: String
    /// The one on another medium, which may be away.
    private let second: String?

    init(_ folder: Folder, second: String? = nil) {
        (own, data, self.second) = (folder.backups, folder.path, second)
    }

    /// The folder on the other medium; nil while that is not mounted, so that its copies never fill the box's own disk.
    var mounted: String? {
        guard let second, let device = BackupFolders.device(second),
            ![BackupFolders.device("/"), BackupFolders.device(data)].contains(device)
        else { return nil }
        return second
    }

    /// Those that are there now.
    var all: [String] { [own] + (mounted.map { [$0] } ?? []) }

    /// The backups that this box has made, the newest first: on a stick there may be those of other boxes.
    func backups(of keys: BoxKeys) -> [Backup] {
        all.flatMap { Backup.list(in: $0, of: keys.tag) }.sorted { $0.head.entries > $1.head.entries }
    }

    /// Takes away what was being written when the power went: copies of everybody's names that nobody would find.
    func removeRests() {
        for folder in all + [data] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for name in names where BackupFolders.isRest(name) {
                try? FileManager.default.removeItem(atPath: folder + "/" + name)
            }
        }
    }

    /// The name of a copy that is being made.
    static func newName() -> String { "new-\(UUID().uuidString).tmp" }

    private static func isRest(_ name: String) -> Bool { name.hasPrefix("new-") && name.hasSuffix(".tmp") }

    /// The device that a path is on, or would be once it is made.
    private static func device(_ path: String) -> dev_t? {
        var facts = stat()
        let isThere = stat(path, &facts) == 0 || stat((path as NSString).deletingLastPathComponent, &facts) == 0
        return isThere ? facts.st_dev : nil
    }
}
