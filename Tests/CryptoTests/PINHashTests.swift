import Crypto
import Dispatch
import Synchronization
import Testing

@Suite struct PINHashTests {
    @Test func onlyTheSamePINVerifies() throws {
        let stored = try PINHash.make("482157")
        #expect(try PINHash.verify("482157", against: stored))
        #expect(try !PINHash.verify("482158", against: stored))
        #expect(try !PINHash.verify("", against: stored))
    }

    @Test func theHashIsArgon2idWithItsOwnSalt() throws {
        let stored = try PINHash.make("482157")
        #expect(stored.hasPrefix("$argon2id$v=19$m=47104,t=1,p=1$"))
        #expect(try PINHash.make("482157") != stored)
    }

    /// The stored text was made by the reference program `argon2`.
    @Test func aHashOfTheReferenceProgramVerifies() throws {
        let stored =
            "$argon2id$v=19$m=47104,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$sobyBTo+F535BTk9/2jaMwZO4UCjgXnT0Hj/jror1QU"
        #expect(try PINHash.verify("482157", against: stored))
        #expect(try !PINHash.verify("482158", against: stored))
    }

    @Test(arguments: ["", "482157", "$argon2id$v=19$m=47104", "$2b$12$abc", String(repeating: "x", count: 500)])
    func aTextThatIsNoHashIsNotTakenForAWrongPIN(stored: String) {
        #expect(throws: CryptoError.malformedHash) { try PINHash.verify("482157", against: stored) }
    }

    @Test func manyAtOnceAllGetTheirAnswer() throws {
        let stored = try PINHash.make("482157")
        let right = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 6) { index in
            let answer = try? PINHash.verify(index.isMultiple(of: 2) ? "482157" : "0", against: stored)
            right.withLock { $0 += answer == index.isMultiple(of: 2) ? 1 : 0 }
        }
        #expect(right.withLock { $0 } == 6)
    }
}
