import HTTPServer

extension Response {
    /// A file to keep; `name` is ASCII.
    static func download(_ bytes: [UInt8], type: String, named name: String) -> Response {
        Response(
            status: 200,
            headers: [
                ("Content-Type", type), ("Cache-Control", "no-store"),
                ("Content-Disposition", "attachment; filename=\"\(name)\""),
            ],
            content: .bytes(bytes))
    }
}
