package import Attendance

extension LedgerLine {
    /// Whose attendance the entry is about; nil for an entry about nobody's.
    package var place: Place? {
        guard let session, let enrolment else { return nil }
        return Place(session: session, enrolment: enrolment)
    }

    /// The raw times of the entry.
    package var times: ScanTimes {
        let received = ClockReading(
            boot: bootID, bootMilliseconds: bootMilliseconds, wall: Timestamp(milliseconds: wallMilliseconds))
        return ScanTimes(
            received: received, occurredAt: occurredMilliseconds.map(Timestamp.init(milliseconds:)),
            sentAt: sentMilliseconds.map(Timestamp.init(milliseconds:)))
    }

    /// What the entry does to somebody's attendance; nil for all others, and for one that is not as it should be.
    package func act(box: String) -> PlaceHistory.Act? {
        guard let kind = actKind else { return nil }
        return PlaceHistory.Act(
            id: id, box: origin?.box ?? box, seq: origin?.seq ?? seq, times: times, kind: kind)
    }

    /// Two enrolments that the entry says are one person; nil for all others.
    package var samePerson: (alias: ID<Enrolment>, root: ID<Enrolment>)? {
        guard kind == "same_person", let enrolment, let subject else { return nil }
        return (enrolment, ID(subject.uuid))
    }

    /// The moment of true time that the entry tells; nil for all others.
    package var anchor: ClockAnchor? {
        guard kind == "clock_anchor", let number, let trueMilliseconds, let uncertaintyMilliseconds,
            let source = detail.flatMap(ClockAnchor.Source.init)
        else { return nil }
        return ClockAnchor(
            boot: bootID, bootMilliseconds: number, time: Timestamp(milliseconds: trueMilliseconds), source: source,
            uncertaintyMilliseconds: uncertaintyMilliseconds)
    }

    private var actKind: PlaceHistory.Kind? {
        switch kind {
        case "redeem" where outcome == "accepted":
            direction.flatMap(Direction.init).map { .scan($0, gate: gate, method: method) }
        case "mark": status.flatMap(AttendanceRecord.Status.init).map { .mark($0) }
        case "annul": aboutID.map { .annul($0) }
        default: nil
        }
    }
}
