internal import CMicroHTTPD

/// What libmicrohttpd has read of a request before its body, copied, nothing decoded.
struct RequestHead {
    let method: String
    /// The path with its escapes, without the query.
    let path: String
    let isHTTP11: Bool
    let headers: Headers
    /// The parameters with their escapes; `+` is a space already.
    let parameters: [(name: String, value: String)]

    init(
        _ handle: ConnectionHandle, path: UnsafePointer<CChar>, method: UnsafePointer<CChar>,
        version: UnsafePointer<CChar>
    ) {
        self.method = String(cString: method)
        self.path = String(cString: path)
        isHTTP11 = String(cString: version) != "HTTP/1.0"
        headers = Headers(RequestHead.values(handle, .HEADER_KIND))
        parameters = RequestHead.values(handle, .GET_ARGUMENT_KIND).map { (name: $0.0, value: $0.1) }
    }

    /// Whether the client waits for a word before it sends its body (RFC 9110, 10.1.1).
    var expectsContinue: Bool {
        headers["Expect"] != nil
    }

    /// The parts of the path, each decoded by itself.
    var segments: [String] {
        path.split(separator: "/").map { PercentDecoding.decode(String($0)) ?? String($0) }
    }

    /// The parameters decoded; nil if one is malformed.
    var query: Query? {
        var items: [(String, String)] = []
        for (name, value) in parameters {
            guard let name = PercentDecoding.decode(name), let value = PercentDecoding.decode(value) else { return nil }
            items.append((name, value))
        }
        return Query(items)
    }

    private static func values(_ handle: ConnectionHandle, _ kind: MHD_ValueKind) -> [(String, String)] {
        var fields: [(String, String)] = []
        fields.reserveCapacity(16)
        withUnsafeMutablePointer(to: &fields) { pointer in
            _ = MHD_get_connection_values_n(handle.pointer, kind, collectField, pointer)
        }
        return fields
    }
}

/// `MHD_KeyValueIteratorN`: appends to the array behind `context`.
private func collectField(
    _ context: UnsafeMutableRawPointer?, _ kind: MHD_ValueKind,
    _ name: UnsafePointer<CChar>?, _ nameLength: Int, _ value: UnsafePointer<CChar>?, _ valueLength: Int
) -> MHD_Result {
    guard let context else { return .NO }
    let fields = context.assumingMemoryBound(to: [(String, String)].self)
    fields.pointee.append((text(name, nameLength), text(value, valueLength)))
    return .YES
}

/// The bytes as text; broken UTF-8 is repaired with U+FFFD.
private func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length), as: UTF8.self)
}
