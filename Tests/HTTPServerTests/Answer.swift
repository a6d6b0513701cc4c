@testable import HTTPServer

/// An answer as it came over the wire.
struct Answer {
    let status: Int
    let headers: Headers
    var content = ""

    /// Reads status line and headers.
    init(head: String) throws {
        let lines = head.split(separator: "\r\n")
        guard let code = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Closed(rest: head)
        }
        status = code
        headers = Headers(
            lines.dropFirst().compactMap { line in
                guard let colon = line.firstIndex(of: ":") else { return nil }
                return (String(line[..<colon]), line[colon...].dropFirst().trimmingSpaces)
            })
    }

    subscript(_ name: String) -> String? {
        headers[name]
    }
}
