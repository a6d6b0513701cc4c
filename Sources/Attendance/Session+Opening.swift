extension Session {
    /// How long before the start people come, whatever the organiser has planned, in minutes.
    package static let earlyMinutes = 120

    /// Whether the session should let people in and does not yet: staff are offered to open it, and who comes now is
    /// early.
    package func isDue(at time: Timestamp) -> Bool {
        state == .planned && isNear(time, before: max(Self.earlyMinutes, definition.opensBeforeMinutes ?? 0))
    }

    /// Whether the session opens by itself now. One that staff have closed stays closed.
    ///
    /// `time` must be the true time: a wrong clock opens nothing.
    package func opensItself(at time: Timestamp) -> Bool {
        guard state == .planned, let minutes = definition.opensBeforeMinutes else { return false }
        return isNear(time, before: minutes)
    }

    private func isNear(_ time: Timestamp, before minutes: Int) -> Bool {
        time >= startsAt.adding(minutes: -minutes) && time < definition.endsAt
    }
}
