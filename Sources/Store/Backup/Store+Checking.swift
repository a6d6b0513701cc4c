internal import Foundation
internal import Logging

extension Store {
    /// Looks through the whole database (`quick_check`); a damaged one is marked, and the process must end.
    ///
    /// The next start puts the newest good backup in its place. Takes seconds; call it after the first answer.
    package func checkDatabase() {
        do {
            let answers = try read { try $0.all("PRAGMA quick_check") { try $0[0] as String } }
            if answers != ["ok"] { mark(answers.joined(separator: "; ")) }
        } catch {
            if error.isDamage { mark("\(error)") }
        }
    }

    /// Says in a file that the database must not be used any more.
    private func mark(_ reason: String) {
        log.critical("the database is damaged", metadata: ["reason": "\(reason)"])
        Self.mark(folder, reason)
        fail(.damaged(reason))
    }

    /// Writes the mark; where even that fails the next start finds the damage itself.
    static func mark(_ folder: Folder, _ reason: String) {
        try? DurableFile.write(Array(reason.utf8), to: folder.mark)
    }
}
