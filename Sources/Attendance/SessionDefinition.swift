/// One dated part of an event, as the organiser plans it.
package struct SessionDefinition: Hashable, Sendable {
    /// The name the organiser's files use, such as `d1-sang`; unique within the event.
    package var key: String?
    package var title: String
    package var startsAt: Timestamp
    package var endsAt: Timestamp
    /// An entry later than this many minutes after the start is late; exactly at the limit is on time.
    package var lateAfterMinutes: Int
    /// The session opens by itself this long before its start; nil where only the button opens it.
    package var opensBeforeMinutes: Int?
    /// An exit earlier than this many minutes before the end is leaving early; exactly at the limit is not.
    package var earlyLeaveMinutes: Int

    package init(
        key: String? = nil, title: String, startsAt: Timestamp, endsAt: Timestamp, lateAfterMinutes: Int = 15,
        opensBeforeMinutes: Int? = nil, earlyLeaveMinutes: Int = 15
    ) {
        (self.key, self.title, self.startsAt, self.endsAt) = (key, title, startsAt, endsAt)
        self.lateAfterMinutes = lateAfterMinutes
        self.opensBeforeMinutes = opensBeforeMinutes
        self.earlyLeaveMinutes = earlyLeaveMinutes
    }
}
