internal import HTTPServer

extension Query {
    /// How many items a call asks for: 100 where it does not say.
    func limit() throws -> Int {
        guard let text = self["limit"] else { return 100 }
        guard let limit = Int(text), (1...1_000).contains(limit) else {
            throw CallProblem.malformed("limit must be a whole number from 1 to 1000.")
        }
        return limit
    }
}
