extension OutboxReport.Problem {
    /// `unreachable: it cannot be reached; check the network (Could not resolve host)`
    var text: String {
        let words = Self.words[code].map { ": \($0)" } ?? ""
        return "\(code)\(words)\(detail.isEmpty ? "" : " (\(detail))")"
    }

    private static let words = [
        "unreachable": "it cannot be reached; check the network", "timed_out": "the network is too slow",
        "bad_certificate": "the other side cannot prove who it is",
        "cut_off": "the connection was cut in the middle", "not_secure": "the address must begin with https://",
        "forbidden": "the other side does not know this box; ask the province to register it",
        "wrong_address": "the address is wrong", "busy": "the other side is busy",
        "unexpected": "the other side answered something unexpected",
        "bad_receipt": "the receipt is not the province's", "bad_file": "the bundle's file is damaged",
    ]
}
