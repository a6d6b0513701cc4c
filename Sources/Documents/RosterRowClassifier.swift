internal import Attendance

/// Tells people from column numbers, section headings, totals and signatures, row by row from the header down.
struct RosterRowClassifier {
    private let header: RosterHeader
    /// Rows with a range merged over three or more columns.
    private let wideRows: Set<Int>
    /// After a total or a signature only a row that is certainly a person goes on with the list.
    private var hasEnded = false

    init(_ header: RosterHeader, merges: [MergedRange]) {
        self.header = header
        wideRows = Set(merges.filter { $0.rows.count == 1 && $0.columns.count >= 3 }.map(\.rows.lowerBound))
    }

    mutating func kind(of row: RosterRow) -> RosterRowKind {
        if isColumnNumbers(row) { return .skipped(.columnNumbers) }
        if hasEnded {
            guard isCertainlyPerson(row) else { return .skipped(isTotal(row) ? .total : .signatures) }
            hasEnded = false
        }
        if row.ordinal == nil, isTotal(row) || isSignature(row) {
            hasEnded = true
            return .skipped(isTotal(row) ? .total : .signatures)
        }
        if isSectionHeading(row) { return .skipped(.sectionHeading) }
        return row.nameCells.isEmpty ? namelessKind(row) : .person
    }

    private func namelessKind(_ row: RosterRow) -> RosterRowKind {
        if row.detailCount == 0 { return .skipped(.blank) }
        return row.ordinal != nil || row.detailCount > 1 ? .nameless : .skipped(.sectionHeading)
    }

    private func isCertainlyPerson(_ row: RosterRow) -> Bool {
        guard !row.nameCells.isEmpty else { return false }
        return header.columns[.number] == nil ? row.detailCount >= 2 : row.ordinal != nil && row.detailCount >= 1
    }

    /// `(1) (2) (3)` or `A B 1 2` right below the header.
    private func isColumnNumbers(_ row: RosterRow) -> Bool {
        guard row.number <= header.rows.upperBound + 3, row.values.count >= 3 else { return false }
        return row.values.allSatisfy { _, cell in
            let text = cell.text.filter { $0 != "(" && $0 != ")" }
            return text.count <= 2 && (Int(text) != nil || (text.count == 1 && text.allSatisfy(\.isLetter)))
        }
    }

    /// The first text of the row, in small letters and normal form C: the marks tell "tổng cộng" from Tống Công.
    private func firstText(_ row: RosterRow) -> String {
        VietnameseText.tidied(row.values.first?.cell.text ?? "").lowercased()
    }

    private func isTotal(_ row: RosterRow) -> Bool {
        let text = firstText(row)
        let words = text.split { !$0.isLetter }
        if ["tổng cộng", "tổng số", "grand total"].contains(where: text.hasPrefix) { return true }
        if words.count == 1, ["tổng", "cộng", "total"].contains(words[0]) { return true }
        return ["tổng:", "cộng:", "total:"].contains(where: text.hasPrefix)
    }

    /// The row's place and date, the titles of those who sign, or the line for their names.
    private func isSignature(_ row: RosterRow) -> Bool {
        let cells = row.nameCells.isEmpty ? row.values.map(\.cell) : row.nameCells
        return cells.contains { cell in
            let text = VietnameseText.folded(cell.text)
            let isDate = text.contains("ngay ") && text.contains(" thang ") && text.contains(" nam ")
            return isDate || RosterRowClassifier.signatureWords.contains(where: text.contains)
                || RosterRowClassifier.signatureStarts.contains(where: text.hasPrefix)
        }
    }

    private static let signatureWords = ["nguoi lap", "ghi ro ho ten", "ky ten, dong dau", "xac nhan cua"]
    private static let signatureStarts = ["tm. ", "kt. ", "tl. ", "tuq. ", "t/m ", "ban to chuc", "thu truong"]

    /// One text over the whole width, or a numeral beside the title of a group.
    private func isSectionHeading(_ row: RosterRow) -> Bool {
        guard row.ordinal == nil, let first = row.values.first else { return false }
        if row.values.count == 1 {
            return wideRows.contains(row.number) || row.isOutsideNames(first.column) || isGroupTitle(first.cell.text)
        }
        return row.detailCount == 0 && isNumeral(row[.number]?.text ?? "")
    }

    private func isGroupTitle(_ text: String) -> Bool {
        let start = text.prefix { $0 != "." && $0 != ")" }
        if start.count < text.count, isNumeral(String(start)) { return true }
        let key = VietnameseText.folded(text)
        return text.hasSuffix(":") || RosterRowClassifier.groupStarts.contains { key.hasPrefix($0 + " ") }
    }

    private static let groupStarts = [
        "xa", "phuong", "thi tran", "huyen", "quan", "thon", "khoi", "don vi", "hoi", "nhom",
    ]

    /// `I`, `IV`, `A`: how groups are numbered.
    private func isNumeral(_ text: String) -> Bool {
        let text = text.hasSuffix(".") ? String(text.dropLast()) : text
        guard !text.isEmpty, text.count <= 5 else { return false }
        return text.allSatisfy { "IVXLC".contains($0) }
            || (text.count == 1 && text.allSatisfy { $0.isASCII && $0.isUppercase })
    }
}
