import Web

/// A refusal of the API, as a command reads it.
struct ProblemBody: Decodable {
    let type: String
    let title: String
    let detail: String?
    let errors: [Problem.FieldError]?

    /// One line: the title, the detail, each field.
    var words: String {
        let code = type.split(separator: "/").last.map { " (\($0))" } ?? ""
        let fields = (errors ?? []).map { "\($0.pointer ?? "") \($0.message)" }
        return ([title + code] + [detail].compactMap(\.self) + fields).joined(separator: "; ")
    }
}
