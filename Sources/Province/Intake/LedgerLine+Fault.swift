internal import Attendance
internal import Exchange
internal import FoundationEssentials

extension LedgerLine {
    /// Why the entry cannot be used, as far as it tells by itself; nil for a good one.
    ///
    /// The tables check the same: here one bad entry is refused and the others of its bundle are not.
    var fault: String? {
        switch kind {
        case "redeem": scanFault
        case "mark": session == nil || status.flatMap(AttendanceRecord.Status.init) == nil ? "malformed" : nil
        case "annul": session == nil || aboutID == nil ? "malformed" : nil
        case "clock_anchor": trueMilliseconds == nil || number == nil || UUID(text: bootID) == nil ? "malformed" : nil
        default: nil
        }
    }

    private var scanFault: String? {
        guard session != nil, let nonce, !nonce.isEmpty, let outcome, direction.flatMap(Direction.init) != nil else {
            return "malformed"
        }
        if outcome == "accepted" { return enrolment == nil ? "malformed" : nil }
        return Refusal(rawValue: outcome) == nil ? "unknown_outcome" : nil
    }
}
