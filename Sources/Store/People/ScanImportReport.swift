internal import Attendance

/// What became of a list of scans.
package struct ScanImportReport: Codable, Hashable, Sendable {
    /// New scans, accepted or not.
    package var imported = 0
    /// Scans that an earlier import has brought.
    package var repeated = 0
    /// Of all these, who was let in.
    package var accepted = 0
    package var refused = 0
    package var rejected: [Rejected] = []

    /// A line that is no scan.
    package struct Rejected: Codable, Hashable, Sendable {
        package let line: Int
        /// `unknown_session`, `unknown_row`, `unusable_time`.
        package let why: String
    }

    package init() {}

    /// Counts one answer.
    mutating func count(_ answer: RedeemAnswer) {
        if answer.isRepeat { repeated += 1 } else { imported += 1 }
        if answer.outcome.isAccepted { accepted += 1 } else { refused += 1 }
    }
}
