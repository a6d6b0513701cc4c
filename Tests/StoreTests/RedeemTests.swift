import Attendance
import Crypto
import Foundation
import Testing

@testable import Store

@Suite struct RedeemTests {
    let box: TestBox
    let scene: TestBox.Scene

    init() throws {
        box = try TestBox()
        scene = try box.makeScene()
    }

    @Test func firstScanIsAcceptedAndAnswersWithTheName() throws {
        let answer = try box.redeem(scene.code, in: scene.session)
        #expect(answer.outcome == .accepted)
        #expect(answer.person?.name == "Bùi Thị Ví Dụ")
        #expect(answer.record?.status == .present)
        #expect(answer.isRepeat == false)
    }

    @Test func secondScanAnswersWithTheFirstTimeAndGate() throws {
        let first = try box.redeem(scene.code, in: scene.session, gate: "Cửa A")
        box.clock.advance(seconds: 60)
        let second = try box.redeem(scene.code, in: scene.session, gate: "Cửa B")
        guard case .refused(.alreadyRedeemed, let passage) = second.outcome else {
            Issue.record("\(second.outcome)")
            return
        }
        #expect(passage?.scan == first.scan)
        #expect(passage?.at == first.occurredAt)
        #expect(passage?.gate == "Cửa A")
        #expect(second.record?.firstEntryAt == first.occurredAt)
    }

    @Test func badgeOfThisEventIsAccepted() throws {
        let badge = try box.store.badge(for: scene.person.enrolment)
        #expect(try box.redeem(.badge(badge), in: scene.session).outcome == .accepted)
    }

    @Test func badgeWithAnotherKeyIsBad() throws {
        let forged = Badge(eventNumber: scene.event.number, code: scene.person.enrolment.code) {
            HMAC.sha256($0, key: [1])
        }
        #expect(try box.redeem(.badge(forged), in: scene.session).outcome == .refused(.badBadge))
    }

    @Test func codeAndBadgeOfAnotherEventAreToldApartFromUnknownOnes() throws {
        let other = try box.makeEvent(name: "Khác")
        let stranger = try box.enrol(["Đinh Văn Mẫu"], in: other)[0]
        let byCode = try box.redeem(.code(stranger.enrolment.code), in: scene.session)
        let byBadge = try box.redeem(.badge(box.store.badge(for: stranger.enrolment)), in: scene.session)
        #expect(byCode.outcome == .refused(.wrongEvent))
        #expect(byBadge.outcome == .refused(.wrongEvent))
        #expect(byCode.person == nil, "who belongs to another event is not named")
    }

    @Test func unknownCodeIsRecordedWithItsDigits() throws {
        let unknown = Code(serial: (scene.person.enrolment.code.serial + 1) % Code.count)
        #expect(try box.redeem(.code(unknown), in: scene.session).outcome == .refused(.unknownCode))
        #expect(try box.value("SELECT digits FROM ledger WHERE outcome = 'unknown_code'") == unknown.digits)
    }

    @Test func unreadableInputIsKeptAsKindAndLengthOnly() throws {
        let answer = try box.redeem(.unreadable(.other, length: 17), in: scene.session)
        #expect(answer.outcome == .refused(.unknownCode))
        #expect(
            try box.value("SELECT presented || ':' || length FROM ledger WHERE kind = 'redeem'")
                == "unreadable_other:17")
        #expect(try box.value("SELECT digits FROM ledger WHERE kind = 'redeem'") as String? == nil)
        #expect(try box.redeem(.unreadable(.badge, length: 25), in: scene.session).outcome == .refused(.badBadge))
    }

    @Test func personOfTheBoxWhoIsNotEnrolledHereIsRefused() throws {
        let other = try box.makeEvent(name: "Khác")
        let stranger = try box.enrol(["Đinh Văn Mẫu"], in: other)[0]
        let answer = try box.redeem(.participant(stranger.participant.id), in: scene.session)
        #expect(answer.outcome == .refused(.notEnrolled))
    }

    @Test func personNobodyKnowsIsNotFoundAndNotRecorded() throws {
        let before = try box.store.ledgerHead()
        #expect(throws: StoreError.notFound(.participant)) {
            try box.redeem(.participant(.make(at: box.clock.now.wall)), in: scene.session)
        }
        #expect(try box.store.ledgerHead() == before)
    }

    @Test func sessionThatIsNotOpenRefusesAndAForcedScanIsAccepted() throws {
        let planned = try box.makeEvent(name: "Mai", isOpen: false)
        let person = try box.enrol(["Đinh Văn Mẫu"], in: planned)[0]
        let code = Presented.code(person.enrolment.code)
        #expect(try box.redeem(code, in: planned.sessions[0].id).outcome == .refused(.sessionNotOpen))
        let forced = try box.redeem(code, in: planned.sessions[0].id, isForced: true, reason: "chưa mở")
        #expect(forced.outcome == .accepted)
        #expect(try box.value("SELECT text FROM note WHERE seq = \(forced.seq)") == "chưa mở")
    }

    @Test func closedSessionTakesWhatHappenedBeforeItsEnd() throws {
        let then = box.clock.now.wall
        box.clock.advance(seconds: 600)
        _ = try box.store.perform(CloseSession(session: scene.session, actor: .system))
        box.clock.advance(seconds: 600)
        #expect(try box.redeem(scene.code, in: scene.session).outcome == .refused(.sessionClosed))
        #expect(try box.redeem(scene.code, in: scene.session, occurredAt: then).outcome == .accepted)
    }

    @Test func earlierEntryThatComesLateTakesTheFirstPlace() throws {
        let early = box.clock.now.wall
        box.clock.advance(seconds: 1_200)
        #expect(try box.redeem(scene.code, in: scene.session).record?.status == .late)
        let late = try box.redeem(scene.code, in: scene.session, occurredAt: early, sentAt: box.clock.now.wall)
        #expect(late.outcome == .accepted)
        #expect(late.record?.status == .present)
        #expect(late.record?.firstEntryAt == early)
    }

    @Test func scanOfADeviceWithAWrongClockIsDatedByTheDifference() throws {
        let wrong = Timestamp(milliseconds: 1_000_000_000)
        let answer = try box.redeem(
            scene.code, in: scene.session, occurredAt: wrong, sentAt: wrong.adding(minutes: 5))
        #expect(answer.occurredAt == box.clock.now.wall.adding(minutes: -5))
        #expect(answer.receivedAt == box.clock.now.wall)
    }

    @Test func exitAndReturnAreBothTaken() throws {
        try box.redeem(scene.code, in: scene.session)
        box.clock.advance(seconds: 60)
        #expect(try box.redeem(scene.code, in: scene.session, direction: .exit).outcome == .accepted)
        box.clock.advance(seconds: 60)
        let back = try box.redeem(scene.code, in: scene.session)
        #expect(back.outcome == .accepted)
        #expect(back.record?.lastExitAt == nil)
    }

    @Test(arguments: [(Enrolment.Standing.blocked, Refusal.blocked), (.revoked, .revoked)])
    func standingIsAskedAtTheDoor(standing: Enrolment.Standing, refusal: Refusal) throws {
        _ = try box.store.perform(
            SetStanding(enrolment: scene.person.enrolment.id, standing: standing, reason: "thử", actor: .system))
        #expect(try box.redeem(scene.code, in: scene.session).outcome == .refused(refusal))
    }

    @Test func replacedCodeIsRevokedAndTheNewOneCounts() throws {
        let enrolment = try box.store.perform(
            ReissueCode(enrolment: scene.person.enrolment.id, reason: "mất thẻ", actor: .system))
        #expect(enrolment.code != scene.person.enrolment.code)
        #expect(try box.redeem(scene.code, in: scene.session).outcome == .refused(.revoked))
        #expect(try box.redeem(.code(enrolment.code), in: scene.session).outcome == .accepted)
    }

    @Test func unknownSessionIsNotFound() {
        #expect(throws: StoreError.notFound(.session)) {
            try box.redeem(scene.code, in: .make(at: box.clock.now.wall))
        }
    }
}
