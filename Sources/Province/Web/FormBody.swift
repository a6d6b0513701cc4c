internal import HTTPServer

/// The fields of an `application/x-www-form-urlencoded` body.
///
/// Our forms send tokens, numbers and short words, which are written as they are: nothing is decoded.
struct FormBody {
    private let fields: [Substring: Substring]

    init(_ body: Body) throws {
        let pairs = String(decoding: try body.bytes(), as: UTF8.self).split(separator: "&").map {
            $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        }
        fields = Dictionary(pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    /// A field's value; nil where there is none.
    subscript(name: String) -> String? { fields[name[...]].map(String.init) }
}
