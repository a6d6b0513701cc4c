import Attendance
import Foundation
import Synchronization
import Testing

@testable import Store

@Suite struct NonceTests {
    let box: TestBox
    let scene: TestBox.Scene

    init() throws {
        box = try TestBox()
        scene = try box.makeScene()
    }

    @Test func sameNonceGivesTheSameAnswerAndNoSecondEntry() throws {
        let first = try box.redeem(scene.code, in: scene.session, nonce: "n-1", gate: "A")
        let entries = try box.store.ledgerHead().entries
        box.clock.advance(seconds: 90)
        var again = try box.redeem(scene.code, in: scene.session, nonce: "n-1", gate: "A")
        #expect(again.isRepeat)
        again.isRepeat = false
        #expect(again == first)
        #expect(try box.store.ledgerHead().entries == entries)
    }

    @Test func repeatedRefusalShowsTheSameFirstEntry() throws {
        try box.redeem(scene.code, in: scene.session)
        let refused = try box.redeem(scene.code, in: scene.session, nonce: "n-2")
        var again = try box.redeem(scene.code, in: scene.session, nonce: "n-2")
        again.isRepeat = false
        #expect(again == refused)
    }

    @Test func repeatedAnswerDoesNotKnowWhatCameLater() throws {
        let first = try box.redeem(scene.code, in: scene.session, nonce: "n-3")
        box.clock.advance(seconds: 60)
        try box.redeem(scene.code, in: scene.session, direction: .exit)
        #expect(try box.redeem(scene.code, in: scene.session, nonce: "n-3").record == first.record)
    }

    @Test func sameUUIDInCapitalsIsTheSameNonce() throws {
        let nonce = UUID().uuidString
        try box.redeem(scene.code, in: scene.session, nonce: nonce.lowercased())
        #expect(try box.redeem(scene.code, in: scene.session, nonce: nonce.uppercased()).isRepeat)
    }

    @Test(arguments: ["direction", "code", "session", "occurred", "force"])
    func sameNonceWithAnotherContentIsRefused(what: String) throws {
        let other = try box.makeEvent(name: "Khác")
        let stranger = try box.enrol(["Đinh Văn Mẫu"], in: other)[0]
        try box.redeem(scene.code, in: scene.session, nonce: "n")
        #expect(throws: StoreError.nonceReused) {
            try box.redeem(
                what == "code" ? .code(stranger.enrolment.code) : scene.code,
                in: what == "session" ? other.sessions[0].id : scene.session, nonce: "n",
                direction: what == "direction" ? .exit : .entry,
                occurredAt: what == "occurred" ? box.clock.now.wall : nil, isForced: what == "force")
        }
    }

    @Test func resentScanWithAnotherSendingTimeIsTheSame() throws {
        let then = box.clock.now.wall
        try box.redeem(scene.code, in: scene.session, nonce: "n", occurredAt: then, sentAt: then.adding(minutes: 1))
        #expect(
            try box.redeem(scene.code, in: scene.session, nonce: "n", occurredAt: then, sentAt: then.adding(minutes: 9))
                .isRepeat)
    }

    @Test func twoHundredRacingForOnePersonGiveOneRecord() throws {
        let outcomes = race(200) { try? box.redeem(scene.code, in: scene.session) }
        #expect(outcomes.count == 200)
        #expect(outcomes.count { $0.outcome.isAccepted } == 1)
        #expect(try box.value("SELECT count(*) FROM passage") == 1)
        #expect(try box.store.counts(scene.session).present == 1)
    }

    @Test func sameNonceFromManyConnectionsCountsOnce() throws {
        let before = try box.store.ledgerHead().entries
        let answers = race(100) { try? box.redeem(scene.code, in: scene.session, nonce: "one") }
        #expect(Set(answers.map(\.scan)).count == 1)
        #expect(answers.count { !$0.isRepeat } == 1)
        #expect(try box.store.ledgerHead().entries == before + 1)
    }

    /// Does it on many threads at once.
    private func race(_ count: Int, _ body: @escaping () -> RedeemAnswer?) -> [RedeemAnswer] {
        nonisolated(unsafe) let body = body
        let answers = Mutex<[RedeemAnswer]>([])
        DispatchQueue.concurrentPerform(iterations: count) { _ in
            if let answer = body() { answers.withLock { $0.append(answer) } }
        }
        return answers.withLock { $0 }
    }
}
