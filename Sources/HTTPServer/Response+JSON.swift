internal import FoundationEssentials

extension Response {
    /// A body of `value` as JSON; keys in a fixed order, so that equal answers are equal bytes.
    package static func json(_ value: some Encodable, status: Int = 200) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Only a value that JSON cannot hold (a NaN) fails here, and no body has one.
        let bytes = (try? encoder.encode(value)).map { [UInt8]($0) } ?? Array("null".utf8)
        return Response(status: status, headers: [("Content-Type", "application/json")], content: .bytes(bytes))
    }

    /// 204: done, with nothing to say.
    package static var noContent: Response { Response(status: 204) }
}
