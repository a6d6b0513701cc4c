import Attendance
import Foundation
import Testing

@testable import Store

/// What waits to be delivered, what came back, and that all of it survives.
struct OutboxTests {
    private let box: TestBox
    private let scene: TestBox.Scene

    init() throws {
        box = try TestBox()
        scene = try box.makeScene()
    }

    private func close() throws { _ = try box.store.perform(CloseSession(session: scene.session, actor: .system)) }

    /// Puts the next bundle of the scene's event into the outbox, as if its file had been written.
    @discardableResult
    private func bundle(_ extent: NewsExtent = .everything) throws -> OutboxBundle {
        let next = try #require(try box.store.unbundled(extent).first)
        let head = try box.store.ledgerHead().entries
        let bundle = OutboxBundle(
            id: ID(UUID()), name: "\(box.store.box.id.prefix(8))-\(scene.event.number)-\(head)", event: next.event,
            range: next.first...head, size: 1, hash: [UInt8](repeating: 1, count: 32), madeAt: box.clock.now.wall)
        return try box.store.perform(AddBundle(bundle, box: box.store.box.id))
    }

    /// Every scan of the ledger, the first one first.
    private func scans() throws -> [ID<Scan>] {
        try box.store.read { try $0.all("SELECT id FROM ledger WHERE kind = 'redeem' ORDER BY seq") { try $0[0] } }
    }

    private func receipt(of bundle: OutboxBundle, _ results: [ScanReceipt.Result]) throws -> AcceptReceipt.Answer {
        let scans = zip(try scans(), results).map { scan, result in
            ScanReceipt(scan: scan, result: result, reason: result == .refused ? "unknown_person" : nil)
        }
        return try box.store.perform(AcceptReceipt(bundle: bundle.id, scans: scans, carrier: .phone))
    }

    @Test func bundleIsDueWhenASessionIsSealed() throws {
        try box.redeem(scene.code, in: scene.session)
        #expect(try box.store.unbundled(.sealed).isEmpty)
        #expect(try box.store.unbundled(.everything).map(\.event) == [scene.event.id])
        try close()
        #expect(try box.store.unbundled(.sealed) == [EventNews(event: scene.event.id, first: 1)])
    }

    @Test func closingRingsTheBellAndScansDoNot() throws {
        try box.redeem(scene.code, in: scene.session)
        let begun = ContinuousClock.now
        box.store.deliveryBell.wait(milliseconds: 50)
        #expect(ContinuousClock.now - begun >= .milliseconds(50))
        try close()
        box.store.deliveryBell.wait(milliseconds: nil)
    }

    @Test func correctionAfterTheBundleIsDueAgainFromThereOn() throws {
        let scan = try box.redeem(scene.code, in: scene.session)
        try close()
        let first = try bundle(.sealed)
        #expect(try box.store.unbundled(.everything).isEmpty)
        _ = try box.store.perform(AnnulScan(scan: scan.scan, reason: "Nhầm", actor: .system))
        let next = try #require(try box.store.unbundled(.sealed).first)
        #expect(next == EventNews(event: scene.event.id, first: first.range.upperBound + 1))
    }

    @Test func whoIsOnTheListAfterTheBundleIsDueAgain() throws {
        try close()
        try bundle(.sealed)
        _ = try box.store.perform(
            SetStanding(
                enrolment: scene.person.enrolment.id, standing: .revoked, reason: "thử", actor: .system))
        #expect(try box.store.unbundled(.sealed).map(\.event) == [scene.event.id])
        try bundle(.sealed)
        #expect(try box.store.unbundled(.everything).isEmpty)
    }

    @Test func listOfAnEventThatHasNotBegunIsNoNews() throws {
        let event = try box.makeEvent(name: "Lớp sau", isOpen: false)
        _ = try box.enrol(["Quách Văn Ví Dụ"], in: event)
        #expect(try !box.store.unbundled(.everything).map(\.event).contains(event.id))
    }

    @Test func trueTimeLearntAfterTheBundleIsDueAgain() throws {
        try box.redeem(scene.code, in: scene.session)
        try close()
        try bundle()
        let now = box.clock.now
        _ = try box.store.perform(
            AnchorClock(
                source: .phone, time: now.wall.adding(minutes: 500_000), bootMilliseconds: now.bootMilliseconds,
                uncertaintyMilliseconds: 10, actor: .system))
        #expect(try box.store.unbundled(.sealed).count == 1)
        try bundle(.sealed)
        #expect(try box.store.unbundled(.everything).isEmpty)
    }

    @Test func bundleMustFollowTheLastOneWithoutAGap() throws {
        try close()
        let first = try bundle()
        #expect(throws: StoreError.conflict(.bundleOrder)) {
            try box.store.perform(AddBundle(first, box: box.store.box.id))
        }
    }

    @Test func receiptIsAcceptedOnce() throws {
        for _ in 0..<4 { try box.redeem(scene.code, in: scene.session) }
        try close()
        let bundle = try bundle()
        let answer = try receipt(of: bundle, [.accepted, .accepted, .duplicate, .refused])
        #expect(answer.isNew)
        #expect(answer.bundle.state == .receipted)
        let again = try receipt(of: bundle, [.accepted])
        #expect(!again.isNew)
        let now = box.clock.now.wall
        #expect(again.bundle.receipt == ReceiptCounts(accepted: 2, duplicate: 1, refused: 1, receivedAt: now))
        #expect(try box.store.refusedScans().map(\.reason) == ["unknown_person"])
    }

    @Test(arguments: [[], [.accepted], [.accepted, .refused]] as [[ScanReceipt.Result]])
    func receiptThatLeavesOutScansIsRefused(results: [ScanReceipt.Result]) throws {
        for _ in 0..<3 { try box.redeem(scene.code, in: scene.session) }
        try close()
        let bundle = try bundle()
        #expect(throws: StoreError.conflict(.receiptOfOtherScans)) { try receipt(of: bundle, results) }
        #expect(try box.store.bundle(bundle.id)?.state == .waiting)
    }

    @Test func receiptOfScansThatTheBundleHasNotIsRefused() throws {
        try box.redeem(scene.code, in: scene.session)
        try close()
        let bundle = try bundle()
        let foreign = ScanReceipt(scan: ID(UUID()), result: .accepted, reason: nil)
        #expect(throws: StoreError.conflict(.receiptOfOtherScans)) {
            try box.store.perform(AcceptReceipt(bundle: bundle.id, scans: [foreign], carrier: .phone))
        }
    }

    @Test func receiptOfAnotherBoxIsRefused() throws {
        #expect(throws: StoreError.notFound(.bundle)) {
            try box.store.perform(AcceptReceipt(bundle: ID(UUID()), scans: [], carrier: .usb))
        }
    }

    @Test func nothingChangesABundleThatHasItsReceipt() throws {
        try close()
        let bundle = try bundle()
        _ = try receipt(of: bundle, [])
        for step in [MoveBundle.Step.sending, .carried(by: .usb), .failed(DeliveryProblem(.cutOff))] {
            #expect(try box.store.perform(MoveBundle(bundle.id, step)).state == .receipted)
        }
    }

    @Test func everythingSurvivesANewStart() throws {
        try close()
        let bundle = try bundle()
        _ = try box.store.perform(MoveBundle(bundle.id, .sending))
        _ = try box.store.perform(MoveBundle(bundle.id, .refused(DeliveryProblem(.forbidden, "403 unknown box"))))
        _ = try box.store.perform(
            RecordAttempt(.province, problem: DeliveryProblem(.forbidden)) { Int64($0) * 1_000 })
        try box.reopen()
        let found = try #require(try box.store.bundle(bundle.id))
        #expect(found.state == .refused)
        #expect(found.attempts == 1)
        #expect(found.problem == DeliveryProblem(.forbidden, "403 unknown box"))
        #expect(try box.store.state(of: .province)?.failures == 1)
    }

    @Test func waitCountsInBootTimeAndEndsWithTheBoot() throws {
        let problem = DeliveryProblem(.unreachable)
        _ = try box.store.perform(RecordAttempt(.province, problem: problem) { _ in 30_000 })
        let state = try box.store.perform(RecordAttempt(.province, problem: problem) { Int64($0) * 30_000 })
        #expect(state.failures == 2)
        #expect(state.wait(box.clock.now) == 60_000)
        box.clock.setWall(box.clock.now.wall.adding(minutes: 525_600))
        #expect(state.wait(box.clock.now) == 60_000)
        box.clock.advance(seconds: 59)
        #expect(state.wait(box.clock.now) == 1_000)
        box.clock.restart(boot: "boot-2", wall: box.clock.now.wall)
        #expect(state.wait(box.clock.now) == 0)
    }

    @Test func successForgetsTheFailures() throws {
        _ = try box.store.perform(RecordAttempt(.lrs, problem: DeliveryProblem(.busy, "503")) { _ in 30_000 })
        let state = try box.store.perform(RecordAttempt(.lrs, problem: nil) { _ in 30_000 })
        #expect(state.failures == 0)
        #expect(state.wait(box.clock.now) == 0)
        #expect(try box.store.state(of: .lrs) == state)
    }

    @Test func whatArrivedElsewhereNeverGoesBack() throws {
        for (seq, sent) in [(5, 3), (9, 7), (4, 1)] as [(Int64, Int)] {
            var delivered = Delivered()
            (delivered.seq, delivered.sent) = (seq, sent)
            try box.store.perform(RecordDelivered(.webhook, scene.event.id, delivered))
        }
        #expect(try box.store.delivered(scene.event.id, to: .webhook).seq == 9)
        #expect(try box.store.delivered(to: .webhook).sent == 7)
        #expect(try box.store.delivered(to: .lrs).sent == 0)
    }
}
