import Attendance
import FoundationEssentials
import HTTPServer
import Rendering
import Store

/// Checking oneself in on one's own phone: plain forms, without script, cookie or storage.
struct CheckInRoutes {
    private let store: Store
    private let feed: LiveFeed
    private let pages: Pages
    private let clock: @Sendable () -> ClockReading
    private let codes: VenueCode
    private let tickets = TicketBook()
    /// Wrong entries of all phones together; desk and kiosk go on.
    private let guesses = Throttle<ID<Session>>(burst: 60, secondsForOne: 1)

    init(_ environment: Environment, codes: VenueCode, feed: LiveFeed, pages: Pages) {
        (store, clock) = (environment.store, environment.clock)
        (self.codes, self.feed, self.pages) = (codes, feed, pages)
    }

    var routes: [Route] {
        [
            Route(.get, "/v/{token}", .ticket, enter),
            Route(.post, "/v/{token}", .ticket, bodyLimit: 4 << 10, answer),
        ]
    }

    private var now: Int64 { clock().bootMilliseconds }

    /// A fresh code of the room's screen becomes a ticket.
    @Sendable private func enter(_ context: Context) throws -> Answer {
        let (token, now) = (context.parameter("token"), now)
        guard let event = try store.events().first(where: { codes.isFresh(token, for: $0.id, at: now) }) else {
            return try show(.expired, context)
        }
        let sessions = event.openSessions
        guard !sessions.isEmpty else { return try show(.closed(event), context) }
        guard !sessions.contains(where: { isCrowded($0) }),
            let ticket = tickets.issue(for: event.id, to: context.request.remote, at: now)
        else { return try show(.crowded, context) }
        return try show(step(nil, event, ticket), context)
    }

    /// Whatever a form of the page sends: a choice, an entry, a yes.
    @Sendable private func answer(_ context: Context) throws -> Answer {
        let form = try CheckInForm(context.request)
        guard let ticket = tickets.ticket(form.ticket, at: now), let event = try store.event(ticket.event) else {
            return try show(.expired, context)
        }
        if ticket.isSpent, try isOfAnother(form, ticket, event) { return try show(.expired, context) }
        if form.isConfirmed || ticket.isSpent, let claim = tickets.spend(ticket.id) {
            return redeem(claim, ticket, event, context)
        }
        guard let session = form.session(of: event), let entry = form.entry else {
            return try show(step(form, event, ticket), context)
        }
        return try find(entry, session, event, ticket, context)
    }

    /// Whether somebody else types on the phone that has brought one person in.
    private func isOfAnother(_ form: CheckInForm, _ ticket: Ticket, _ event: Event) throws -> Bool {
        guard let entry = form.entry else { return false }
        return try entry.person(in: event.id, of: store)?.enrolment.code != ticket.claim?.code
    }

    /// The next question: which session, or who.
    private func step(_ form: CheckInForm?, _ event: Event, _ ticket: Ticket) -> CheckInPage {
        let sessions = event.openSessions
        guard !sessions.isEmpty else { return .closed(event) }
        guard let session = form.map({ $0.session(of: event) }) ?? sessions.only else {
            return .choice(sessions, of: event, ticket: ticket)
        }
        return .form(session, of: event, ticket: ticket, error: form?.isIncomplete == true ? "incomplete" : nil)
    }

    private func find(
        _ entry: CheckInEntry, _ session: Session, _ event: Event, _ ticket: Ticket, _ context: Context
    ) throws -> Answer {
        let isKnownMiss = entry == ticket.missed
        let isTired = ticket.misses >= TicketBook.allowedMisses || (ticket.misses > 0 && isCrowded(session))
        if isTired, !isKnownMiss { return try show(.crowded, context) }
        guard let person = try entry.person(in: event.id, of: store) else {
            return try miss(entry, session, event, ticket, context)
        }
        let name = person.participant.name
        tickets.found((name: name, code: person.enrolment.code), session: session.id, by: ticket.id)
        return try show(.confirmation(name, session, of: event, ticket: ticket), context)
    }

    /// Nobody was found: a refused scan, and one try less.
    private func miss(
        _ entry: CheckInEntry, _ session: Session, _ event: Event, _ ticket: Ticket, _ context: Context
    ) throws -> Answer {
        // A wrong name and a number that nobody gave look the same.
        let error = if case .code = entry { "unknown_code" } else { "unknown_phone" }
        let page = CheckInPage.form(session, of: event, ticket: ticket, error: error)
        guard tickets.miss(entry, by: ticket.id) else { return try show(page, context) }
        guesses.count(session.id, at: now)
        let scan = Redeem(
            session: session.id, presented: entry.presented, nonce: UUID().text, method: "self", actor: .system)
        return store.answer(scan) { [feed, self] answer in
            feed.tell(answer, to: scan)
            return try response(page, context)
        }
    }

    private func redeem(_ claim: Ticket.Claim, _ ticket: Ticket, _ event: Event, _ context: Context) -> Answer {
        let scan = Redeem(
            session: claim.session, presented: .code(claim.code), nonce: claim.nonce, method: "self", actor: .system)
        return store.answer(scan) { [feed, tickets, self] answer in
            feed.tell(answer, to: scan)
            if !answer.outcome.isAccepted { tickets.release(ticket.id) }
            guard let session = event.sessions.first(where: { $0.id == claim.session }) else { throw Problem.notFound }
            return try response(.answer(answer, session, of: event, name: claim.name), context)
        }
    }

    private func isCrowded(_ session: Session) -> Bool {
        !guesses.allows(session.id, at: now)
    }

    private func show(_ page: CheckInPage, _ context: Context) throws -> Answer {
        .now(try response(page, context))
    }

    private func response(_ page: CheckInPage, _ context: Context) throws -> Response {
        try pages.page("checkin", for: context.request, status: page.status, with: page.details)
    }
}

extension Event {
    fileprivate var openSessions: [Session] { sessions.filter { $0.state == .open } }
}

extension CheckInForm {
    /// The chosen session, or the only one that is open.
    fileprivate func session(of event: Event) -> Session? {
        event.openSessions.first { $0.id == session } ?? event.openSessions.only
    }
}

extension Array {
    /// The one element of an array of one.
    fileprivate var only: Element? { count == 1 ? first : nil }
}
