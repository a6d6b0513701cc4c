package import Attendance

/// Tells the box the true time of a moment of this boot, and dates the scans of this boot again.
package struct AnchorClock: Command {
    package let source: ClockAnchor.Source
    package let time: Timestamp
    /// What the boot clock showed when `time` was true.
    package let bootMilliseconds: Int64
    /// How far off `time` may be.
    package let uncertaintyMilliseconds: Int64
    package let actor: Actor

    package init(
        source: ClockAnchor.Source, time: Timestamp, bootMilliseconds: Int64, uncertaintyMilliseconds: Int64,
        actor: Actor
    ) {
        (self.source, self.time, self.bootMilliseconds) = (source, time, bootMilliseconds)
        (self.uncertaintyMilliseconds, self.actor) = (uncertaintyMilliseconds, actor)
    }

    /// What it changed.
    package struct Answer: Hashable, Sendable {
        /// False if what is known already agrees: nothing was written.
        package let isNew: Bool
        /// How many accepted scans have another time now.
        package let redated: Int
    }

    package func execute(in transaction: Transaction) throws -> Answer {
        if agrees(with: transaction) { return Answer(isNew: false, redated: 0) }
        var entry = LedgerEntry(.clockAnchor, actor: actor, in: transaction)
        (entry.trueTime, entry.uncertaintyMilliseconds) = (time, uncertaintyMilliseconds)
        (entry.detail, entry.number) = (source.rawValue, bootMilliseconds)
        try transaction.append(entry)
        transaction.state.wantsDelivery = true
        transaction.state.timeline.add(
            ClockAnchor(
                boot: transaction.now.boot, bootMilliseconds: bootMilliseconds, time: time, source: source,
                uncertaintyMilliseconds: uncertaintyMilliseconds))
        return Answer(isNew: true, redated: try transaction.dateAgain(boot: transaction.now.boot))
    }

    /// Within a second, or within how far off the new time may be, nothing new is learnt.
    private func agrees(with transaction: Transaction) -> Bool {
        let then = ClockReading(boot: transaction.now.boot, bootMilliseconds: bootMilliseconds, wall: time)
        guard let known = transaction.state.timeline.trueTime(then) else { return false }
        return abs(known.milliseconds - time.milliseconds) <= max(1_000, uncertaintyMilliseconds)
    }
}
