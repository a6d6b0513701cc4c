package import Attendance

/// One entry of a box's ledger as it travels: every column that its hash is made of, and what its seqs stand for.
///
/// It holds ids, times and short words, never names and never a reason in words.
package struct LedgerLine: Codable, Hashable, Sendable {
    package var seq: Int64
    package var id: ID<Scan>
    /// `redeem`, `annul`, `mark`, `walk_in`, `boot`, `clock_anchor`, `session_closed`, …
    package var kind: String
    /// Only where there is no session, which says it.
    package var event: ID<Event>?
    package var session: ID<Session>?
    package var enrolment: ID<Enrolment>?
    package var subject: ID<Participant>?
    /// The seq of the entry that this one is about, in the same ledger.
    package var about: Int64?
    /// Hexadecimal: sixteen bytes of a UUID, else a zero byte and text.
    package var nonce: String?
    /// `accepted` or a refusal code.
    package var outcome: String?
    package var direction: String?
    /// 1 forced, 2 imported.
    package var flags: Int64?
    package var presented: String?
    package var digits: String?
    package var length: Int64?
    package var status: String?
    /// The seq of the entry that names the boot; its own for that one.
    package var boot: Int64
    package var bootMilliseconds: Int64
    package var wallMilliseconds: Int64
    package var occurredMilliseconds: Int64?
    package var sentMilliseconds: Int64?
    package var trueMilliseconds: Int64?
    package var uncertaintyMilliseconds: Int64?
    package var number: Int64?
    package var gate: String?
    package var method: String?
    package var detail: String?
    package var actor: String
    package var staff: String?
    package var station: String?
    /// Hexadecimal.
    package var noteHash: String?
    /// Hexadecimal, 64 digits.
    package var hash: String
    /// The kernel's id of the boot that `boot` names: what clock anchors are matched by.
    package var bootID: String
    /// The id of the entry that `about` names.
    package var aboutID: ID<Scan>?
    /// Where the entry was made, if not as this seq of the bundle's box.
    package var origin: LedgerOrigin?

    enum CodingKeys: String, CodingKey {
        case seq, id, kind, event, session, enrolment, subject, about, nonce, outcome, direction, flags, presented
        case digits, length, status, boot, number, gate, method, detail, actor, staff, station, hash, origin
        case bootMilliseconds = "boot_ms"
        case wallMilliseconds = "wall_ms"
        case occurredMilliseconds = "occurred_ms"
        case sentMilliseconds = "sent_ms"
        case trueMilliseconds = "true_ms"
        case uncertaintyMilliseconds = "uncertainty_ms"
        case noteHash = "note_hash"
        case bootID = "boot_id"
        case aboutID = "about_id"
    }

    /// An entry with nothing but what every entry has.
    package init(
        seq: Int64, id: ID<Scan>, kind: String, boot: Int64, bootMilliseconds: Int64, wallMilliseconds: Int64,
        actor: String, hash: String, bootID: String
    ) {
        (self.seq, self.id, self.kind, self.boot) = (seq, id, kind, boot)
        (self.bootMilliseconds, self.wallMilliseconds) = (bootMilliseconds, wallMilliseconds)
        (self.actor, self.hash, self.bootID) = (actor, hash, bootID)
    }

    /// Whether the times are some that a box can have had: reckoning with others would overflow.
    var hasUsableTimes: Bool {
        let times = [
            bootMilliseconds, wallMilliseconds, occurredMilliseconds, sentMilliseconds, trueMilliseconds,
            uncertaintyMilliseconds, kind == "clock_anchor" ? number : nil,
        ]
        return times.allSatisfy { $0.map((-Self.lastMillisecond...Self.lastMillisecond).contains) ?? true }
    }

    /// The end of the year 9999, in milliseconds since 1970.
    private static let lastMillisecond: Int64 = 253_402_300_799_999

    /// Whether somebody presented something: accepted or refused, it gets a line of the receipt.
    package var isScan: Bool { kind == "redeem" }
}
