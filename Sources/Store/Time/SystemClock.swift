package import Attendance
internal import Foundation

/// This machine's clocks.
package enum SystemClock {
    /// Reads them: the kernel's boot id, CLOCK_BOOTTIME and CLOCK_REALTIME.
    @Sendable package static func reading() -> ClockReading {
        ClockReading(
            boot: boot, bootMilliseconds: milliseconds(CLOCK_BOOTTIME),
            wall: Timestamp(milliseconds: milliseconds(CLOCK_REALTIME)))
    }

    private static let boot: String = {
        let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
        // Without the kernel's id every start counts as a boot of its own: anchors then reach less far, no more.
        return text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? UUID().uuidString.lowercased()
    }()

    private static func milliseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
