/// What is known of true time: the anchors of every boot.
package struct ClockAnchors: Hashable, Sendable {
    private var boots: [String: [ClockAnchor]] = [:]

    package init() {}

    /// Learns one more moment of true time.
    package mutating func add(_ anchor: ClockAnchor) {
        boots[anchor.boot, default: []].append(anchor)
    }

    /// The true time of a reading; nil as long as its boot has no anchor.
    package func trueTime(_ reading: ClockReading) -> Timestamp? {
        boots[reading.boot]?.trueTime(boot: reading.boot, bootMilliseconds: reading.bootMilliseconds)
    }

    /// The true time of a reading if it is known, else what the wall clock showed.
    package func time(_ reading: ClockReading) -> Timestamp { trueTime(reading) ?? reading.wall }
}
