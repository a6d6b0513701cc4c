import Attendance
import HTTPServer
import Store

/// The check-in itself, and taking it back.
struct RedeemRoutes {
    let store: Store
    let feed: LiveFeed
    let clock: @Sendable () -> ClockReading
    /// An unattended device must not try all codes: there are a million, and programs try thousands a second.
    private let guesses = Throttle<ID<Station>?>(burst: 60, secondsForOne: 1)

    init(store: Store, feed: LiveFeed, clock: @escaping @Sendable () -> ClockReading) {
        (self.store, self.feed, self.clock) = (store, feed, clock)
    }

    var routes: [Route] {
        [
            Route(.post, "/api/v1/sessions/{id}/redeem", [.kiosk, .desk], on: .inline, redeem),
            Route(.post, "/api/v1/scans/{id}/annul", [.desk], on: .inline, annul),
        ]
    }

    @Sendable private func redeem(_ context: Context) throws -> Answer {
        let input = try context.request.json(RedeemInput.self)
        let command = try input.command(session: context.id(), caller: context.caller)
        let isMasked = context.caller.role == .kiosk
        let isRepaired = input.code.map(KeyboardRepair.isNeeded) ?? false
        // Bearer calls are never told to slow down: whoever holds a token is a program of ours.
        let isCounted = isMasked && context.request.headers["Authorization"] == nil
        let (station, now) = (context.caller.actor.station, clock().bootMilliseconds)
        if isCounted { try guesses.check(station, at: now) }
        return store.answer(command) { [feed, guesses] answer in
            if isCounted, answer.outcome.isMiss { guesses.count(station, at: now) }
            feed.tell(answer, to: command)
            return answer.json(to: command.presented, isMasked: isMasked, isRepaired: isRepaired)
                .response(status: answer.isRepeat ? 200 : 201)
        }
    }

    @Sendable private func annul(_ context: Context) throws -> Answer {
        let scan: ID<Scan> = try context.id()
        let input = try context.request.json(ReasonInput.self)
        let command = AnnulScan(
            scan: scan, reason: try text(input.reason, "/reason"), actor: context.caller.actor)
        return store.answer(command) { [feed] answer in
            feed.tell(answer)
            return .json(AnnulOutput(scan: scan.description, attendance: RecordOutput(answer.record)))
        }
    }
}

extension Outcome {
    /// Whether what was presented is nobody's.
    fileprivate var isMiss: Bool {
        refusal == .unknownCode || refusal == .badBadge
    }
}

extension RedeemInput {
    /// The command, or 403 for what a kiosk may not do, or 422 with a pointer.
    ///
    /// `guest` stands in where the scan is of somebody who is enrolled only now.
    func command(session: ID<Session>, caller: Caller, guest: Presented? = nil) throws(Problem) -> Redeem {
        if caller.role == .kiosk, participantID != nil || force == true || occurredAt != nil { throw .forbidden }
        guard (1...64).contains(nonce.utf8.count) else { throw .invalid("/nonce", "must have 1 to 64 bytes") }
        let isForced = force == true
        if isForced, (reason ?? "").trimmingSpaces.isEmpty { throw .invalid("/reason", "is needed to force a scan") }
        return Redeem(
            session: session, presented: try claim(guest), nonce: nonce,
            direction: try Web.direction(direction) ?? caller.stationDirection ?? .entry,
            occurredAt: try moment(occurredAt, "/occurred_at"), sentAt: try moment(sentAt, "/sent_at"),
            gate: try optionalText(gate, "/gate") ?? caller.stationName,
            method: try optionalText(method, "/method") ?? usualMethod, isForced: isForced,
            reason: try optionalText(reason, "/reason"), actor: caller.actor)
    }

    private func claim(_ guest: Presented?) throws(Problem) -> Presented {
        if let guest { return guest }
        switch (code, participantID) {
        case (let code?, nil) where code.utf8.count <= 1_000: return try presented(code)
        case (nil, let text?):
            guard let id = ID<Participant>(text) else { throw .invalid("/participant_id", "is no id") }
            return .participant(id)
        default: throw .invalid("/code", "give a code or a participant_id")
        }
    }

    private func presented(_ code: String) throws(Problem) -> Presented {
        switch ScannedInput(code) {
        case .code(let code): return .code(code)
        case .badge(let badge): return .badge(badge)
        // A citizen card enrols; it is no code. Nothing of its line is kept.
        case .card: return .unreadable(.other, length: 0)
        case .unreadable(let kind, let length): return .unreadable(kind, length: length)
        }
    }

    /// What the shape of the input says where the client did not say it.
    private var usualMethod: String {
        participantID != nil ? "name" : (code?.utf8.count ?? 0) > 12 ? "badge" : "code"
    }
}
