import Foundation

/// The data files of the repository that the box installs to `/usr/share/diemdanh`.
enum ShareFolder {
    static func text(_ name: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return try String(contentsOf: folder.appending(path: "../../kiosk-config/share/\(name)"), encoding: .utf8)
    }
}
