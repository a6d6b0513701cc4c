extension Asset {
    /// The variant for a client, by its `Accept-Encoding`.
    func variant(for headers: Headers) -> Variant {
        guard let gzip, Asset.acceptsGzip(headers["Accept-Encoding"]) else { return plain }
        return gzip
    }

    /// Whether the client has that variant already, by its `If-None-Match` (RFC 9110, 13.1.2).
    static func isCurrent(_ variant: Variant, for headers: Headers) -> Bool {
        guard let known = headers["If-None-Match"] else { return false }
        return known.split(separator: ",").contains { item in
            let tag = item.trimmingSpaces
            return tag == "*" || tag == variant.etag || tag == "W/" + variant.etag
        }
    }

    /// Whether gzip is named without `q=0`.
    private static func acceptsGzip(_ field: String?) -> Bool {
        guard let field else { return false }
        return field.split(separator: ",").contains { item in
            let parts = item.split(separator: ";").map(\.trimmingSpaces)
            guard let coding = parts.first, coding.lowercased() == "gzip" else { return false }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
            return weight.map { $0.contains { ("1"..."9").contains($0) } } ?? true
        }
    }
}
