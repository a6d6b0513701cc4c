import Yams

/// What is wrong with a YAML file, in words somebody can read over the phone.
struct YAMLProblem: CustomStringConvertible {
    let description: String

    init(_ error: any Error) {
        switch error {
        case let error as YamlError: description = Self.words(error)
        case let error as DecodingError: description = Self.words(error)
        default: description = "it cannot be understood"
        }
    }

    private static func words(_ error: YamlError) -> String {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            "line \(mark.line) is not written as YAML: look at its spaces, colons and quotation marks"
        case .duplicatedKeysInMapping(let keys, _):
            "written twice: \(keys.map { "\($0)" }.joined(separator: ", "))"
        case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            "it is not a text file in YAML"
        }
    }

    private static func words(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "\(name(context.codingPath + [key])) is missing"
        case .valueNotFound(_, let context): "\(name(context.codingPath)) says nothing"
        case .typeMismatch(_, let context), .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? (context.underlyingError as? YamlError).map(words) ?? "it has no lines of the form name: value"
                : "\(name(context.codingPath)) is not of the kind that is expected there"
        @unknown default: "it cannot be understood"
        }
    }

    /// `sessions[2].date`, counted from 1 as people do.
    private static func name(_ path: [any CodingKey]) -> String {
        path.reduce("") { name, key in
            if let index = key.intValue { return "\(name)[\(index + 1)]" }
            return name.isEmpty ? key.stringValue : "\(name).\(key.stringValue)"
        }
    }
}
