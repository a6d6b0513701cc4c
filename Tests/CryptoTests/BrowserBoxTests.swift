import Crypto
import Testing

/// Boxes that were sealed by other programs; made by `Tests/browserbox.py`.
@Suite struct BrowserBoxTests {
    private let key: P256Key
    private let box: [UInt8]

    init() throws {
        key = try P256Key(seed: Array(0..<32))
        box = try #require(
            Hex.decode(
                """
                04898c1398b36d82d3e89c781386dca52f5ee0d4151dc18963274f65fb93679f0d60aca3b1e3d498bf47c2dcd88ceae6baa8c816c6\
                76bf0d41e3c539a509b0790a06179f529c3444c6a4e5b24629e9beac92a2ba167fae63640799b8626eef07d9dfbfb7
                """))
    }

    @Test func theKeyFollowsFromItsSeed() throws {
        let point = """
            042e9252751f4e29078ef7a108a6e25e7cc49ae180e2823a7c891890af8086e56045e1510c58e214f7566f221e96ccdc30891ba4cd66\
            1f00387a9f6ae397b400d1
            """
        #expect(Hex.encode(key.publicKey) == point)
        #expect(try P256Key(seed: Array(1..<33)).publicKey != key.publicKey)
    }

    @Test func whatAnotherProgramSealedIsOpened() throws {
        #expect(try BrowserBox.open(box, with: key) == Array("Bùi Thị Ví Dụ".utf8))
    }

    @Test func anEmptyMessageIsOpenedToo() throws {
        let empty = try #require(
            Hex.decode(
                """
                0438bb29ee542e8f5cc7437f9c7990c1c7360b8ca7922eb6262dd05cebabe0bd9b650d6791c025f4b42d587eb1ae0b10d84353ca20a7\
                3e52b178e1e65a14dc59ab5bbf27d8f3bc7863a1946f71ae1ff4cf
                """))
        #expect(try BrowserBox.open(empty, with: key) == [])
    }

    @Test func everyChangedByteIsNoticed() throws {
        for index in box.indices {
            var changed = box
            changed[index] ^= 1
            #expect(throws: CryptoError.notAuthentic) { try BrowserBox.open(changed, with: key) }
            #expect(throws: CryptoError.notAuthentic) { try BrowserBox.open(Array(box[..<index]), with: key) }
        }
    }

    @Test func anotherBoxCannotOpenIt() throws {
        let other = try P256Key(seed: Array(1..<33))
        #expect(throws: CryptoError.notAuthentic) { try BrowserBox.open(box, with: other) }
    }
}
