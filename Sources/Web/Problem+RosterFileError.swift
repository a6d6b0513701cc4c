import Documents

extension Problem {
    /// A file that cannot be read as a list: 422, or 415 for what is no list at all.
    init(_ error: RosterFileError) {
        let status = error.code == .unknownFormat ? 415 : 422
        self.init(status, error.code.rawValue, "The file cannot be read as a list.", detail: error.facts)
        sheets = error.sheets
    }
}

extension RosterFileError {
    /// The facts beside the code, for the sentence on the page.
    fileprivate var facts: String? {
        let facts = [
            limit.map { "limit \($0)" }, sheet.map { "sheet \($0)" }, row.map { "row \($0)" },
            sheets.isEmpty ? nil : "sheets: " + sheets.joined(separator: ", "),
        ].compactMap(\.self)
        return facts.isEmpty ? nil : facts.joined(separator: "; ")
    }
}
