import Attendance
import Crypto
import FoundationEssentials
import HTTPServer
import Synchronization

/// The tickets that are out, in memory only; times are boot milliseconds.
final class TicketBook: Sendable {
    /// Ten minutes: an old person types slowly.
    static let lifeMilliseconds: Int64 = 600_000
    /// A hall has fewer phones; more is an attack that must not eat memory, nor gain a try with each ticket.
    static let most = 2_000
    static let allowedMisses = 5

    private let tickets = Mutex<[String: Ticket]>([:])

    /// A new ticket; nil while too many are out that somebody has begun to use.
    ///
    /// One phone that takes all there are loses them again, the oldest first: it shuts out nobody else.
    func issue(for event: ID<Event>, to address: Address, at now: Int64) -> Ticket? {
        let ticket = Ticket(
            id: Base64.url.encode(Random.bytes(16)), event: event, address: address,
            until: now + TicketBook.lifeMilliseconds)
        return tickets.withLock { tickets in
            if tickets.count >= TicketBook.most { tickets = tickets.filter { $0.value.until > now } }
            if tickets.count >= TicketBook.most { TicketBook.takeOneBack(from: &tickets) }
            guard tickets.count < TicketBook.most else { return nil }
            tickets[ticket.id] = ticket
            return ticket
        }
    }

    /// Removes the oldest unused ticket of the address that has most of them.
    private static func takeOneBack(from tickets: inout [String: Ticket]) {
        let unused = Dictionary(grouping: tickets.values.lazy.filter(\.isUntouched), by: \.address)
        let oldest = unused.values.max { $0.count < $1.count }?.min { $0.until < $1.until }
        if let oldest { tickets[oldest.id] = nil }
    }

    /// A ticket that is still good; nil for any other text.
    func ticket(_ id: String, at now: Int64) -> Ticket? {
        tickets.withLock { $0[id] }.flatMap { $0.until > now ? $0 : nil }
    }

    /// Keeps who was found; the same person found again keeps the nonce.
    func found(_ person: (name: String, code: Code), session: ID<Session>, by id: String) {
        tickets.withLock { tickets in
            guard let ticket = tickets[id], !ticket.isSpent else { return }
            if let claim = ticket.claim, claim.code == person.code, claim.session == session { return }
            tickets[id]?.claim = Ticket.Claim(
                session: session, code: person.code, name: person.name, nonce: UUID().text)
        }
    }

    /// Counts a wrong entry; false for the one that was counted last.
    func miss(_ entry: CheckInEntry, by id: String) -> Bool {
        tickets.withLock { tickets in
            guard tickets[id]?.missed != entry else { return false }
            tickets[id]?.missed = entry
            tickets[id]?.misses += 1
            return true
        }
    }

    /// Spends the ticket on whom it has found; nil if that is nobody.
    func spend(_ id: String) -> Ticket.Claim? {
        tickets.withLock { tickets in
            guard let claim = tickets[id]?.claim else { return nil }
            tickets[id]?.isSpent = true
            return claim
        }
    }

    /// Gives the ticket back after a refusal; another yes is another scan, since what stood against it may be over.
    func release(_ id: String) {
        tickets.withLock { tickets in
            tickets[id]?.isSpent = false
            tickets[id]?.claim?.nonce = UUID().text
        }
    }
}
