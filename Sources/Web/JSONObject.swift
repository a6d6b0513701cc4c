import HTTPServer

/// A JSON object written field by field.
///
/// For the answer to a check-in, which is made on the writer's thread: a coder takes longer for it than the database
/// takes for the scan.
struct JSONObject {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    init() {
        bytes.reserveCapacity(512)
    }

    /// Adds a text; nothing for nil.
    mutating func add(_ name: String, _ value: String?) {
        guard let value else { return }
        start(name)
        bytes.append(json: value)
    }

    /// Adds a text, or `null`.
    mutating func add(_ name: String, orNull value: String?) {
        start(name)
        if let value { bytes.append(json: value) } else { bytes += "null".utf8 }
    }

    /// Adds a truth value; nothing for nil.
    mutating func add(_ name: String, _ value: Bool?) {
        guard let value else { return }
        start(name)
        bytes += (value ? "true" : "false").utf8
    }

    /// Adds a whole number; nothing for nil.
    mutating func add(_ name: String, _ value: Int?) {
        guard let value else { return }
        start(name)
        bytes += String(value).utf8
    }

    /// Adds an object; nothing for nil.
    mutating func add(_ name: String, _ value: JSONObject?) {
        guard let value else { return }
        start(name)
        bytes += value.closed
    }

    /// The object as a response's body.
    func response(status: Int = 200) -> Response {
        Response(status: status, headers: [("Content-Type", "application/json")], content: .bytes(closed))
    }

    private var closed: [UInt8] { bytes + [UInt8(ascii: "}")] }

    private mutating func start(_ name: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(json: name)
        bytes.append(UInt8(ascii: ":"))
    }
}
