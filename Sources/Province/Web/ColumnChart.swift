/// Figures side by side as columns: an SVG to stand in a page, of shapes and figures only.
struct ColumnChart {
    private let columns: [(label: String, value: Int)]

    /// `columns` from left to right; labels are figures and hyphens, which need no escaping.
    init(_ columns: [(label: String, value: Int)]) {
        self.columns = columns
    }

    private static let height = 160
    private static let step = 64

    /// Empty without columns. The table beside it says the same to who cannot see it.
    var svg: String {
        guard !columns.isEmpty else { return "" }
        let width = columns.count * ColumnChart.step
        return """
            <svg class="chart" viewBox="0 0 \(width) \(ColumnChart.height + 44)" width="\(width)" aria-hidden="true" focusable="false">
            \(columns.indices.map(column).joined(separator: "\n"))
            </svg>
            """
    }

    private func column(_ index: Int) -> String {
        let most = max(1, columns.map(\.value).max() ?? 1)
        let (label, value) = columns[index]
        let height = max(1, value * ColumnChart.height / most)
        let left = index * ColumnChart.step
        let (top, middle) = (ColumnChart.height - height + 20, left + ColumnChart.step / 2)
        return """
            <rect x="\(left + 8)" y="\(top)" width="\(ColumnChart.step - 16)" height="\(height)"></rect>
            <text x="\(middle)" y="\(top - 5)" text-anchor="middle">\(value)</text>
            <text x="\(middle)" y="\(ColumnChart.height + 38)" text-anchor="middle">\(label)</text>
            """
    }
}
