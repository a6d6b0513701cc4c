import Attendance
import FoundationEssentials

extension Timestamp {
    /// This machine's wall clock.
    @Sendable static func now() -> Timestamp {
        Timestamp(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1_000))
    }
}
