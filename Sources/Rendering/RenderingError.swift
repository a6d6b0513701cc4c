/// Why the pages cannot be served at all: a fault of the installation, found at start.
package enum RenderingError: Error, Sendable, CustomStringConvertible {
    /// The folder of languages holds no `vi.json`.
    case missingWords(String)
    /// A page's template cannot be parsed.
    case badTemplate(String)
    /// There is no template of this name.
    case missingPage(String)

    package var description: String {
        switch self {
        case .missingWords(let folder): "no Vietnamese words in \(folder)"
        case .badTemplate(let page): "the template \(page) cannot be read"
        case .missingPage(let page): "there is no page \(page)"
        }
    }
}
