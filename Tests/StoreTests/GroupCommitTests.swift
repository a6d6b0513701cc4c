import Attendance
import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Store

@Suite struct GroupCommitTests {
    let box: TestBox
    let scene: TestBox.Scene

    init() throws {
        box = try TestBox()
        scene = try box.makeScene()
    }

    /// Holds the writer, so that what is submitted meanwhile forms one batch.
    private struct Hold: Command {
        let entered: DispatchSemaphore
        let released: DispatchSemaphore

        func execute(in transaction: Transaction) throws {
            entered.signal()
            released.wait()
        }
    }

    /// Writes, then fails.
    private struct Guilty: Command {
        func execute(in transaction: Transaction) throws {
            try transaction.append(LedgerEntry(.tokenAdded, actor: .system, in: transaction))
            try transaction.connection.run("INSERT INTO box VALUES (2, 'x', zeroblob(32))")
        }
    }

    /// Submits commands while the writer is held, and waits for all answers.
    private func batch<C: Command>(_ commands: [C], afterwards: () -> Void = {}) -> [Result<C.Answer, StoreError>] {
        let (entered, released, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchGroup())
        box.store.submit(Hold(entered: entered, released: released)) { _ in }
        entered.wait()
        let results = Mutex<[Result<C.Answer, StoreError>]>([])
        for command in commands {
            done.enter()
            box.store.submit(command) { result in
                results.withLock { $0.append(result) }
                done.leave()
            }
        }
        afterwards()
        released.signal()
        done.wait()
        return results.withLock { $0 }
    }

    private func redeem(_ nonce: String) -> Redeem {
        Redeem(session: scene.session, presented: scene.code, nonce: nonce, actor: TestBox.desk)
    }

    private func failure<Answer>(_ result: Result<Answer, StoreError>) -> StoreError? {
        guard case .failure(let error) = result else { return nil }
        return error
    }

    private var commits: Int { box.store.writer?.commits ?? 0 }

    @Test func everythingThatWaitsGoesIntoOneTransaction() throws {
        let before = commits
        let results = batch((0..<100).map { redeem("n\($0)") })
        #expect(results.count == 100)
        #expect(commits == before + 2, "one for the held command, one for the hundred")
    }

    @Test func onlyTheGuiltyCommandFails() throws {
        let guilty = Mutex<Result<Void, StoreError>?>(nil)
        let results = batch((0..<10).map { redeem("n\($0)") }) {
            box.store.submit(Guilty()) { result in guilty.withLock { $0 = result } }
        }
        try box.store.perform(EndStaffSession(token: ""))
        #expect(results.allSatisfy { (try? $0.get()) != nil })
        #expect(guilty.withLock { (try? $0?.get()) == nil })
        #expect(try box.store.verify().isEmpty)
        #expect(try box.value("SELECT count(*) FROM ledger WHERE kind = 'token_added'") == 1, "the one of init")
    }

    @Test func commandThatFailsBeforeItWritesDoesNotBreakTheBatch() throws {
        let before = commits
        let results = batch([
            redeem("a"),
            Redeem(session: scene.session, presented: scene.code, nonce: "a", direction: .exit, actor: .system),
            redeem("b"),
        ])
        #expect(results.count { failure($0) == .nonceReused } == 1)
        #expect(commits == before + 2)
    }

    @Test func acknowledgedMeansCommitted() throws {
        let done = DispatchSemaphore(value: 0)
        let seen = Mutex<Int64>(0)
        let store = box.store
        store.submit(redeem("n")) { result in
            let stored = (try? result.get()).flatMap { _ in try? store.ledgerHead().entries } ?? 0
            seen.withLock { $0 = stored }
            done.signal()
        }
        done.wait()
        #expect(seen.withLock { $0 } == (try store.ledgerHead().entries))
    }

    @Test func fullQueueAnswersBusyAndGoesOnAfterwards() throws {
        var options = TestBox.quiet
        options.queueLimit = 5
        let small = try TestBox(options)
        let scene = try small.makeScene()
        let (entered, released, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchGroup())
        small.store.submit(Hold(entered: entered, released: released)) { _ in }
        entered.wait()
        let busy = Mutex(0)
        for number in 0..<8 {
            done.enter()
            small.store.submit(
                Redeem(session: scene.session, presented: scene.code, nonce: "n\(number)", actor: .system)
            ) { result in
                if case .failure(.busy) = result { busy.withLock { $0 += 1 } }
                done.leave()
            }
        }
        released.signal()
        done.wait()
        #expect(busy.withLock { $0 } == 3)
        #expect(try small.redeem(scene.code, in: scene.session, nonce: "n7").isRepeat == false)
    }

    @Test func batchHasABound() throws {
        var options = TestBox.quiet
        options.batchLimit = 10
        let bounded = try TestBox(options)
        let scene = try bounded.makeScene()
        let before = bounded.store.writer?.commits ?? 0
        let (entered, released, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchGroup())
        bounded.store.submit(Hold(entered: entered, released: released)) { _ in }
        entered.wait()
        for number in 0..<30 {
            done.enter()
            bounded.store.submit(
                Redeem(session: scene.session, presented: scene.code, nonce: "n\(number)", actor: .system)
            ) { _ in done.leave() }
        }
        released.signal()
        done.wait()
        #expect((bounded.store.writer?.commits ?? 0) == before + 4)
    }

    @Test func stoppedStoreDoesWhatWasAskedAndTakesNothingMore() throws {
        let answered = Mutex(0)
        for number in 0..<50 { box.store.submit(redeem("n\(number)")) { _ in answered.withLock { $0 += 1 } } }
        box.store.stop()
        #expect(answered.withLock { $0 } == 50)
        #expect(throws: StoreError.stopped) { try box.store.perform(redeem("late")) }
        #expect(throws: StoreError.stopped) { try box.store.events() }
    }
}
