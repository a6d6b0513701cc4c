package import Attendance

/// What the province made of one scan.
package struct ScanReceipt: Hashable, Sendable {
    package let scan: ID<Scan>
    package let result: Result
    /// Why it was refused.
    package let reason: String?

    package init(scan: ID<Scan>, result: Result, reason: String? = nil) {
        (self.scan, self.result, self.reason) = (scan, result, reason)
    }

    /// The province's word for it.
    package enum Result: String, Sendable {
        case accepted, duplicate, refused
    }
}

extension ScanReceipt.Result: SQLConvertible {}
