/// The parameters behind the `?` of a request, decoded (`+` is a space), in the order received.
package struct Query: Sendable {
    private let items: [(name: String, value: String)]

    /// Takes the parameters as they are; a name may occur more than once.
    package init(_ items: [(String, String)] = []) {
        self.items = items.map { (name: $0.0, value: $0.1) }
    }

    /// The first parameter of that name; an empty text if it has no `=`.
    package subscript(_ name: String) -> String? {
        items.first { $0.name == name }?.value
    }
}
