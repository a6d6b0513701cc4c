internal import FoundationEssentials
internal import HTTPServer

extension Body {
    /// The body read as JSON; 422 for what is no such value.
    func decoded<Value: Decodable>() throws -> Value {
        let bytes = try bytes()
        do {
            return try JSONDecoder().decode(Value.self, from: Data(bytes))
        } catch {
            throw CallProblem(422, "invalid", "The body is not what this address takes.")
        }
    }
}
