/// Two people who may be one.
package struct PersonPair: Encodable, Sendable {
    package let first: Person
    package let second: Person

    /// What an officer compares; never the citizen number.
    package struct Person: Encodable, Sendable {
        package let id: Int64
        package let name: String
        package let birth: String?
        package let commune: String?
        /// Whether a list has the citizen number.
        package let isNumbered: Bool
        /// How many events the person was registered for.
        package let events: Int

        enum CodingKeys: String, CodingKey {
            case id, name, birth, commune, events
            case isNumbered = "has_number"
        }

        /// Reads six columns, the first of them at `column`.
        init(_ row: SQLRow, from column: Int32) throws {
            (id, name, birth) = (try row[column], try row[column + 1], try row[column + 2])
            (commune, isNumbered, events) = (try row[column + 3], try row[column + 4], try row[column + 5])
        }
    }
}
