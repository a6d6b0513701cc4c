/// Why something did not arrive: a word of a closed list, and what the other side said.
package struct DeliveryProblem: Error, Hashable, Sendable {
    package let kind: Kind
    /// For who looks closer, in the other side's words: a status, the text of an error. At most 200 characters.
    package let detail: String
    /// The HTTP status of the answer; nil where there was none, and for a problem that was written down before.
    package let status: Int?

    package init(_ kind: Kind, _ detail: String = "", status: Int? = nil) {
        (self.kind, self.detail, self.status) = (kind, String(detail.prefix(200)), status)
    }

    /// What went wrong.
    package enum Kind: String, Sendable, CaseIterable {
        /// No network, an unknown name, or nobody listens there.
        case unreachable
        case timedOut = "timed_out"
        /// The other side is not who it must be.
        case badCertificate = "bad_certificate"
        /// The connection ended in the middle.
        case cutOff = "cut_off"
        /// The address is not https, and not this machine.
        case notSecure = "not_secure"
        /// 401 or 403: this box is unknown there, was revoked, or its key is another one.
        case forbidden
        /// 404, 405 or 410: there is no such service at the address.
        case wrongAddress = "wrong_address"
        /// 429 or 5xx: it may go later.
        case busy
        /// Any other answer.
        case unexpected
        /// The receipt is not signed by the province, or is of another bundle.
        case badReceipt = "bad_receipt"
        /// The bundle's file is gone or was changed.
        case badFile = "bad_file"
    }
}

extension DeliveryProblem: SQLConvertible {
    var stored: String { detail.isEmpty ? kind.rawValue : "\(kind.rawValue) \(detail)" }

    init?(stored: String) {
        let parts = stored.split(separator: " ", maxSplits: 1)
        guard let kind = parts.first.flatMap({ Kind(rawValue: String($0)) }) else { return nil }
        self.init(kind, parts.count == 2 ? String(parts[1]) : "")
    }
}
