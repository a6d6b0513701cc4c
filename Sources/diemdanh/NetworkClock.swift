import Attendance
import CTimex
import FoundationEssentials
import Store

/// The time that the network has given to the kernel, where there is a network.
enum NetworkClock {
    /// An anchor at this moment; nil while the kernel's clock is not synchronised.
    static func anchor() -> AnchorClock? {
        guard let uncertainty = uncertaintyMilliseconds else { return nil }
        let now = SystemClock.reading()
        return AnchorClock(
            source: .network, time: now.wall, bootMilliseconds: now.bootMilliseconds,
            uncertaintyMilliseconds: uncertainty, actor: .system)
    }

    /// How far off the clock may be; nil while it is not synchronised.
    ///
    /// The unit's sandbox bars `adjtimex(2)`, by which the kernel says so: there systemd-timesyncd's own mark counts.
    private static var uncertaintyMilliseconds: Int64? {
        let microseconds = diemdanh_clock_error()
        if microseconds >= 0 { return microseconds / 1_000 }
        return FileManager.default.fileExists(atPath: "/run/systemd/timesync/synchronized") ? 1_000 : nil
    }
}
