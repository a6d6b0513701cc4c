/// The relationships of one part: what its ids stand for.
final class XLSXRelationships: XMLHandler {
    /// A target by relationship id.
    private(set) var targets: [String: String] = [:]
    /// The first target by the last word of the type, such as `sharedStrings`.
    private(set) var byType: [String: String] = [:]
    /// The folder that targets are relative to, with a slash at its end.
    private let folder: String

    init(folder: String) {
        self.folder = folder
    }

    func start(_ name: String, _ attributes: XMLAttributes) throws(RosterFileError) {
        guard name == "Relationship", attributes["TargetMode"] != "External", let target = attributes["Target"],
            let path = path(target)
        else { return }
        if let id = attributes["Id"] { targets[id] = path }
        if let type = attributes["Type"]?.split(separator: "/").last {
            byType[String(type)] = byType[String(type)] ?? path
        }
    }

    /// The part's name from the archive's root; nil for one that leaves it.
    private func path(_ target: String) -> String? {
        var parts: [Substring] = []
        for part in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") where part != "." {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
