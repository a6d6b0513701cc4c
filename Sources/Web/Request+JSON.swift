import FoundationEssentials
import HTTPServer

extension Request {
    /// The body read as JSON.
    ///
    /// Throws 415 for another content type, 400 for bytes that are no JSON and 422 for a field of the wrong shape.
    func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
        guard let contentType = headers["Content-Type"], contentType.lowercased().hasPrefix("application/json")
        else { throw Problem(415, "unsupported_media_type", "The body must be application/json.") }
        do {
            return try JSONDecoder().decode(type, from: Data(body.bytes()))
        } catch let error as DecodingError {
            throw Problem(error)
        }
    }
}

extension Problem {
    fileprivate init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self = .invalid(Problem.pointer(context.codingPath + [key]), "is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            self = .invalid(Problem.pointer(context.codingPath), "has the wrong type")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            self = .invalid(Problem.pointer(context.codingPath), context.debugDescription)
        default:
            self = .malformed("The body is no JSON.")
        }
    }

    /// RFC 6901.
    private static func pointer(_ path: [any CodingKey]) -> String {
        path.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    }
}
