/// The cookies of a request, by name.
package struct Cookies {
    private let values: [Substring: Substring]

    /// Reads the `Cookie` field of a request.
    package init(_ header: String?) {
        let pairs = (header ?? "").split(separator: ";").compactMap { piece -> (Substring, Substring)? in
            let pair = piece.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            return pair.count == 2 ? (pair[0], pair[1]) : nil
        }
        values = Dictionary(pairs) { first, _ in first }
    }

    /// The value of a cookie; nil where the request has none of that name.
    package subscript(name: String) -> String? { values[name[...]].map(String.init) }

    /// `Set-Cookie` for a value that only the server reads. `Secure` only where the page came over TLS: on the
    /// venue's plain HTTP the browser would drop the cookie.
    package static func set(_ name: String, _ value: String, isSecure: Bool, maxAgeSeconds: Int? = nil) -> String {
        let age = maxAgeSeconds.map { "; Max-Age=\($0)" } ?? ""
        return "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict\(age)\(isSecure ? "; Secure" : "")"
    }
}
