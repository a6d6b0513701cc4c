internal import FoundationEssentials

/// Where the program's own files are: installed under `share/diemdanh`, or in the source tree it was built in.
package enum Installation {
    package static let version = "0.1.0"

    /// The folder of pages, words and pictures, or the one that was chosen; a ``Failure`` if there is none.
    package static func www(_ chosen: String? = nil) throws -> String {
        try chosen ?? found("www", holding: "pages")
    }

    /// The folder of the tables of communes and ethnic groups.
    package static func tables() throws -> String {
        try (try? found("share/diemdanh", holding: "admin-units.tsv"))
            ?? found("kiosk-config/share", holding: "admin-units.tsv")
    }

    private static func found(_ name: String, holding file: String) throws -> String {
        for folder in ancestors {
            for candidate in ["\(folder)/\(name)", "\(folder)/share/diemdanh/\(name)"] {
                if FileManager.default.fileExists(atPath: "\(candidate)/\(file)") { return candidate }
            }
        }
        throw Failure.failed("\(name) is not installed beside the program")
    }

    /// The folders above the program, nearest first.
    private static var ancestors: [String] {
        let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        var folders: [String] = []
        var folder = URL(filePath: program).deletingLastPathComponent()
        while folder.path.count > 1, folders.count < 8 {
            folders.append(folder.path)
            folder.deleteLastPathComponent()
        }
        return folders
    }
}
