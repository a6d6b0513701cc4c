/// A moment at which the true time of a boot was learnt.
package struct ClockAnchor: Hashable, Sendable {
    package let boot: String
    package let bootMilliseconds: Int64
    package let time: Timestamp
    package let source: Source
    /// How far off the time may be.
    package let uncertaintyMilliseconds: Int64

    package init(
        boot: String, bootMilliseconds: Int64, time: Timestamp, source: Source, uncertaintyMilliseconds: Int64
    ) {
        (self.boot, self.bootMilliseconds, self.time) = (boot, bootMilliseconds, time)
        (self.source, self.uncertaintyMilliseconds) = (source, uncertaintyMilliseconds)
    }

    /// Who said what time it is.
    package enum Source: String, Codable, Sendable, CaseIterable {
        /// The kernel says that its clock is synchronised.
        case network
        /// A staff member's phone.
        case phone
        /// Typed by staff or set on the command line.
        case staff
    }
}

extension Sequence<ClockAnchor> {
    /// The true time of a reading: the nearest anchor of the same boot and the boot clock's difference to it.
    ///
    /// Nil when that boot has no anchor: the time is then not confirmed.
    package func trueTime(boot: String, bootMilliseconds: Int64) -> Timestamp? {
        let nearest = lazy.filter { $0.boot == boot }
            .min { abs($0.bootMilliseconds - bootMilliseconds) < abs($1.bootMilliseconds - bootMilliseconds) }
        return nearest.map { $0.time.adding(milliseconds: bootMilliseconds - $0.bootMilliseconds) }
    }
}
