internal import Crypto
internal import Foundation

extension Backup {
    /// Reads a name that ``name(_:)`` wrote; nil for any other.
    init?(folder: String, name: String) {
        let parts = name.split(separator: "-")
        guard parts.count == 4, parts[0] == "diemdanh", let entries = Int64(parts[2]),
            parts[3].hasSuffix(".sqlite"), let hash = Hex.decode(String(parts[3].dropLast(7))), hash.count == 32
        else { return nil }
        self.init(
            path: folder + "/" + name, owner: String(parts[1]), head: LedgerHead(entries: entries, bytes: hash))
    }

    /// The backups in a folder, of one box or of all, the newest first; none for a folder that is not there.
    static func list(in folder: String, of owner: String? = nil) -> [Backup] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { Backup(folder: folder, name: $0) }
            .filter { owner == nil || $0.owner == owner }
            .sorted { $0.head.entries > $1.head.entries }
    }
}
