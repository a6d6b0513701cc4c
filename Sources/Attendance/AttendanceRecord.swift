/// What one person's presence in one session comes to (kết quả điểm danh): a pure function of the ledger.
package struct AttendanceRecord: Hashable, Sendable {
    package var status: Status
    package var firstEntryAt: Timestamp?
    /// The last exit, nil while the person is inside or never left.
    package var lastExitAt: Timestamp?
    /// Whole minutes from each entry to its exit, added up; who never left stays until the session's planned end. Nil
    /// without an entry.
    package var minutesPresent: Int?
    /// The last passage is an exit before the session's early-leave limit.
    package var leftEarly: Bool

    /// What lists show for the person.
    package enum Status: String, Codable, Hashable, Sendable, CaseIterable {
        /// On time.
        case present
        case late
        case excused
        case absent
    }

    /// Nobody has seen the person.
    package static let absent = AttendanceRecord(
        status: .absent, firstEntryAt: nil, lastExitAt: nil, minutesPresent: nil, leftEarly: false)

    package init(
        status: Status, firstEntryAt: Timestamp?, lastExitAt: Timestamp?, minutesPresent: Int?, leftEarly: Bool
    ) {
        (self.status, self.firstEntryAt, self.lastExitAt) = (status, firstEntryAt, lastExitAt)
        (self.minutesPresent, self.leftEarly) = (minutesPresent, leftEarly)
    }

    /// Derives the record from the accepted, not annulled passages and the staff's last mark.
    ///
    /// A mark stands until the person comes after all: an entry that the box learnt of after an `excused` or `absent`
    /// mark takes its place.
    package init(passages: [Passage], mark: Mark?, session: SessionDefinition) {
        let passages = passages.inOrder
        let visit = Visit(passages, until: session.endsAt)
        firstEntryAt = visit.firstEntryAt
        lastExitAt = visit.isInside ? nil : passages.last?.at
        minutesPresent = visit.firstEntryAt == nil ? nil : Int(visit.milliseconds / 60_000)
        leftEarly =
            passages.last.map { $0.direction == .exit && $0.at < session.earlyLimit && visit.firstEntryAt != nil }
            ?? false
        status = mark?.standing(after: passages) ?? visit.status(session)
    }

    /// A status that staff set by hand.
    package struct Mark: Hashable, Sendable {
        package let status: Status
        package let seq: Int64
        /// Its place among what all boxes have recorded.
        package let order: Int64

        package init(status: Status, seq: Int64, order: Int64? = nil) {
            (self.status, self.seq, self.order) = (status, seq, order ?? seq)
        }

        /// The same at another place among all boxes' entries.
        package func ordered(_ order: Int64?) -> Mark {
            Mark(status: status, seq: seq, order: order)
        }

        /// The mark's status, or nil if a later entry has overtaken it.
        fileprivate func standing(after passages: [Passage]) -> Status? {
            let cameLater = passages.contains { $0.direction == .entry && $0.order > order }
            return cameLater && (status == .excused || status == .absent) ? nil : status
        }
    }
}

extension SessionDefinition {
    /// The last moment at which an entry is on time.
    fileprivate var lateLimit: Timestamp { startsAt.adding(minutes: lateAfterMinutes) }
    /// The first moment at which an exit is not early.
    fileprivate var earlyLimit: Timestamp { endsAt.adding(minutes: -earlyLeaveMinutes) }
}

/// The time somebody spent inside.
private struct Visit {
    private(set) var firstEntryAt: Timestamp?
    private(set) var isInside = false
    private(set) var milliseconds: Int64 = 0

    /// `passages` in order of time; who is still inside stays until `end`.
    init(_ passages: [Passage], until end: Timestamp) {
        var insideSince: Timestamp?
        for passage in passages {
            switch passage.direction {
            case .entry:
                firstEntryAt = firstEntryAt ?? passage.at
                insideSince = insideSince ?? passage.at
            case .exit:
                milliseconds += insideSince.map { passage.at.milliseconds - $0.milliseconds } ?? 0
                insideSince = nil
            }
        }
        isInside = insideSince != nil
        milliseconds += insideSince.map { max(0, end.milliseconds - $0.milliseconds) } ?? 0
    }

    /// Late is compared to the second: exactly at the limit is on time.
    func status(_ session: SessionDefinition) -> AttendanceRecord.Status {
        guard let firstEntryAt else { return .absent }
        return firstEntryAt.wholeSeconds > session.lateLimit.wholeSeconds ? .late : .present
    }
}
