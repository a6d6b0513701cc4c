extension QRCode {
    /// The code as an SVG picture, black on white, with `quietZone` light modules around it (4 by the standard).
    ///
    /// It can stand in a page as it is and scales without blurring; a page has to name it for screen readers.
    package func svg(pixelsPerModule: Int = 8, quietZone: Int = 4) -> String {
        let side = width + 2 * quietZone
        let pixels = side * pixelsPerModule
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(pixels)" height="\(pixels)" viewBox="0 0 \(side) \(side)" \
            shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path d="\
            \(path(offset: quietZone))"/></svg>
            """
    }

    /// One rectangle for each run of dark modules in a row.
    private func path(offset: Int) -> String {
        var path = ""
        for row in 0..<width {
            for run in darkRuns(inRow: row) {
                path += "M\(run.lowerBound + offset) \(row + offset)h\(run.count)v1h-\(run.count)z"
            }
        }
        return path
    }

    private func darkRuns(inRow row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for column in 0...width {
            switch (isDark(row: row, column: column), start) {
            case (true, nil): start = column
            case (false, let first?):
                runs.append(first..<column)
                start = nil
            default: break
            }
        }
        return runs
    }
}
