/// One reading of the box's clocks, taken once per command and passed as a value.
///
/// The wall clock may be wrong by years; the boot clock (CLOCK_BOOTTIME) only counts, but never jumps.
package struct ClockReading: Hashable, Sendable {
    /// The kernel's boot id.
    package let boot: String
    /// Milliseconds since that boot, suspend included.
    package let bootMilliseconds: Int64
    /// What the wall clock shows.
    package let wall: Timestamp

    package init(boot: String, bootMilliseconds: Int64, wall: Timestamp) {
        (self.boot, self.bootMilliseconds, self.wall) = (boot, bootMilliseconds, wall)
    }
}
