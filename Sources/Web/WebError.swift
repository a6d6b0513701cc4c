/// Why the pages cannot be served at all: a fault of the installation, found at start.
package enum WebError: Error, Sendable, CustomStringConvertible {
    /// The folder of languages holds no `vi.json`.
    case missingWords(String)
    /// A page's template cannot be parsed.
    case badTemplate(String)

    package var description: String {
        switch self {
        case .missingWords(let folder): "no Vietnamese words in \(folder)"
        case .badTemplate(let page): "the template \(page) cannot be read"
        }
    }
}
