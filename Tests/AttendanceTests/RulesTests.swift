import Testing

@testable import Attendance

struct RulesTests {
    private static let eight = Timestamp(milliseconds: 1_718_154_000_000)

    private func at(_ minute: Int) -> Timestamp { RulesTests.eight.adding(minutes: minute) }

    private func passage(_ direction: Direction, _ minute: Int, seq: Int64 = 1) -> Passage {
        Passage(scan: .make(at: at(minute)), direction: direction, at: at(minute), gate: "A", seq: seq)
    }

    private func live(_ direction: Direction = .entry, _ minute: Int = 30, forced: Bool = false) -> Attempt {
        Attempt(direction: direction, receivedAt: at(minute), isForced: forced)
    }

    private func late(_ direction: Direction = .entry, occurred minute: Int, imported: Bool = false) -> Attempt {
        Attempt(
            direction: direction, receivedAt: at(600), occurredAt: at(minute), isImported: imported)
    }

    private func decide(
        _ attempt: Attempt, _ claim: Claim = .enrolled(.valid), _ session: Session.State = .open,
        _ passages: [Passage] = []
    ) -> Outcome {
        Rules.decide(attempt, claim: claim, session: session, passages: passages)
    }

    @Test func firstEntryIsAccepted() {
        #expect(decide(live()) == .accepted)
    }

    @Test func secondEntryAnswersWithTheFirst() {
        let first = passage(.entry, 5)
        #expect(decide(live(), passages: [first]) == .refused(.alreadyRedeemed, first: first))
    }

    @Test func entryAfterAnExitIsAccepted() {
        #expect(decide(live(), passages: [passage(.entry, 5), passage(.exit, 10, seq: 2)]) == .accepted)
    }

    @Test(arguments: [[], [Passage(scan: .make(at: eight), direction: .entry, at: eight, seq: 1)]])
    func exitIsAlwaysAFact(passages: [Passage]) {
        #expect(decide(live(.exit), passages: passages) == .accepted)
    }

    @Test(arguments: [
        (Claim.unknownCode, Refusal.unknownCode), (.badBadge, .badBadge), (.wrongEvent, .wrongEvent),
        (.notEnrolled, .notEnrolled), (.enrolled(.revoked), .revoked), (.enrolled(.blocked), .blocked),
    ])
    func claimsAreRefusedByName(claim: Claim, refusal: Refusal) {
        #expect(decide(live(), claim) == .refused(refusal))
    }

    @Test(arguments: [Claim.unknownCode, .badBadge, .wrongEvent, .notEnrolled])
    func forceLetsNobodyInWhoIsNotKnownHere(claim: Claim) {
        #expect(!decide(live(forced: true), claim).isAccepted)
    }

    @Test(arguments: [Session.State.planned, .closed(at: eight)])
    func forceOverridesTheSession(session: Session.State) {
        #expect(decide(live(forced: true), .enrolled(.blocked), session) == .accepted)
    }

    @Test func forceOverridesARepeatedEntry() {
        #expect(decide(live(forced: true), passages: [passage(.entry, 5)]) == .accepted)
    }

    @Test func sessionThatIsNotOpenRefuses() {
        #expect(decide(live(), session: .planned) == .refused(.sessionNotOpen))
        #expect(decide(live(), session: .closed(at: at(20))) == .refused(.sessionClosed))
    }

    @Test func lateUploadFromBeforeTheCloseIsAccepted() {
        #expect(decide(late(occurred: 20), session: .closed(at: at(20))) == .accepted)
        #expect(decide(late(occurred: 21), session: .closed(at: at(20))) == .refused(.sessionClosed))
    }

    @Test func importedRecordDoesNotAskForTheSession() {
        #expect(decide(late(occurred: 21, imported: true), session: .planned) == .accepted)
    }

    @Test func earlierEntryFromAnOfflineDeskReplacesTheFirst() {
        #expect(decide(late(occurred: 4), passages: [passage(.entry, 5)]) == .accepted)
        #expect(!decide(late(occurred: 5), passages: [passage(.entry, 5)]).isAccepted)
        #expect(!decide(late(occurred: 6), passages: [passage(.entry, 5)]).isAccepted)
    }

    @Test func offlineEntryWhileThePersonWasOutsideIsAccepted() {
        let visits = [passage(.entry, 5), passage(.exit, 10, seq: 2), passage(.entry, 30, seq: 3)]
        #expect(decide(late(occurred: 15), passages: visits) == .accepted)
        #expect(!decide(late(occurred: 31), passages: visits).isAccepted)
    }

    @Test func dayThatWasHadElsewhereIsNotHadAgain() {
        let elsewhere = passage(.entry, -300)
        func decide(_ attempt: Attempt, _ passages: [Passage] = [], first: Passage? = elsewhere) -> Outcome {
            Rules.decide(
                attempt, claim: .enrolled(.valid), session: .open, passages: passages,
                elsewhere: Elsewhere(first: first))
        }
        #expect(decide(live(), first: nil) == .refused(.alreadyRedeemed, first: nil), "a mark alone says it")
        #expect(decide(live()) == .refused(.alreadyRedeemed, first: elsewhere))
        #expect(decide(late(occurred: -400)) == .refused(.alreadyRedeemed, first: elsewhere))
        #expect(decide(live(.exit)) == .accepted)
        #expect(decide(live(forced: true)) == .accepted)
        #expect(decide(live(), [passage(.entry, 5), passage(.exit, 10, seq: 2)]) == .accepted)
    }

    private func decide(_ attempt: Attempt, session: Session.State) -> Outcome {
        decide(attempt, .enrolled(.valid), session)
    }

    private func decide(_ attempt: Attempt, passages: [Passage]) -> Outcome {
        decide(attempt, .enrolled(.valid), .open, passages)
    }
}
