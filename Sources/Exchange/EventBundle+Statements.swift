extension EventBundle {
    /// The statements as `xapi.jsonl` has them, one on each line.
    ///
    /// - Throws: `ExchangeError.notMade`.
    package func statementLines() throws(ExchangeError) -> [UInt8] {
        try JSONText.plain.encodeLines(statements)
    }
}
