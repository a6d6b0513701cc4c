extension Query {
    /// Reads a body of `application/x-www-form-urlencoded`, as plain HTML forms send it (WHATWG URL, 5.1); nil for a
    /// broken escape or bytes that are not UTF-8.
    package init?(form body: [UInt8]) {
        guard let text = String(validating: body, as: UTF8.self) else { return nil }
        var items: [(String, String)] = []
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { PercentDecoding.decode(String($0.map { $0 == "+" ? " " : $0 })) }
            guard let first = parts.first, let name = first, let last = parts.last, let value = last else { return nil }
            items.append((name, parts.count == 2 ? value : ""))
        }
        self.init(items)
    }
}
