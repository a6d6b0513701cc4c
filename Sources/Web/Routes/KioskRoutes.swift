import Attendance
import HTTPServer
import Store

/// What staff do at the unattended screen: "Mở điểm danh" with a PIN, for this one act.
///
/// Nobody is signed in there, neither before nor after: no cookie is given, and the next one who touches the screen is a guest
/// again. Wrong PINs count for the kiosk alone, and lock neither an account nor the check-in.
struct KioskRoutes {
    let store: Store
    let pins: PINCheck
    let feed: LiveFeed
    let clock: @Sendable () -> ClockReading

    var routes: [Route] {
        [
            // Argon2 once for each member of staff: the slow lane.
            Route(.post, "/api/v1/sessions/{id}/open-with-pin", [.kiosk], on: .slow, bodyLimit: 4 << 10, open)
        ]
    }

    @Sendable private func open(_ context: Context) throws -> Answer {
        // Who is signed in needs no PIN; a wrong one must not count for the box's own keyboard.
        guard context.caller.role == .kiosk else { throw Problem.forbidden }
        let id: ID<Session> = try context.id()
        guard let session = try store.session(id) else { throw Problem.notFound }
        let input = try context.request.json(OpenWithPINInput.self)
        try pins.checkPlace(context.request)
        // Before the PIN, which gives no wider right: what is not due is the organiser's.
        guard try session.state == .open || DueSessions(store, now: clock()).contains(session) else {
            throw Problem.forbidden
        }
        let staff = try staff(input.pin, context)
        let actor = Actor(.kiosk, staff: staff.id, station: context.caller.actor.station)
        let command = OpenWithEarly(session: id, takesEarly: input.acceptEarly ?? false, actor: actor)
        return store.answer(command) { [feed] answer in
            feed.changed(id)
            return .json(OpenWithPINOutput(answer))
        }
    }

    /// The one whose PIN it is; 409 where two have the same, since the ledger must name who did it.
    private func staff(_ pin: String, _ context: Context) throws -> StaffMember {
        try pins.checkGuesser(context)
        let holders = try pins.holders(of: pin, among: store.staff(), account: nil, context)
        guard let staff = holders.first, holders.count == 1 else {
            throw Problem(409, "pin_not_unique", "Two members of staff have this PIN.")
        }
        try pins.forgive(nil, context)
        return staff
    }
}
