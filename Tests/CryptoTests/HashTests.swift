import Crypto
import Testing

@Suite struct HashTests {
    @Test(arguments: [
        ("", "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"),
        ("abc", "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"),
    ])
    func blake2bIsTheOneOfTheRFC(message: String, hash: String) {
        #expect(Hex.encode(BLAKE2b256.hash(Array(message.utf8))) == hash)
    }

    @Test(arguments: [
        (32, "abc", "d63a32d3e44738d7907f964316c241adaba0abfeabc32349677578a15a203f7f"),
        (64, "Điểm danh", "f5803ac9b7fa3cff6d12afa9afa6d0e89bc6f097edd3ee85602679e00c39c0dc"),
    ])
    func keyedBlake2bIsTheOneOfTheRFC(keyLength: UInt8, message: String, hash: String) {
        #expect(Hex.encode(BLAKE2b256.hash(Array(message.utf8), key: Array(0..<keyLength))) == hash)
    }

    @Test func partsGiveTheHashOfTheWhole() {
        let whole = Array(UInt8.min...UInt8.max)
        let hash = "39a7eb9fedc19aabc83425c6755dd90e6f9d0c804964a1f4aaeea3b9fb599835"
        var streamed = BLAKE2b256()
        whole[..<200].withUnsafeBytes { streamed.update($0) }
        streamed.update([])
        streamed.update(Array(whole[200...]))
        #expect(Hex.encode(streamed.finish()) == hash)
        #expect(Hex.encode(BLAKE2b256.hash([], Array(whole[..<7]), Array(whole[7...]))) == hash)
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func sha256IsTheOneOfTheStandard(message: String, hash: String) {
        #expect(Hex.encode(SHA256.hash(Array(message.utf8))) == hash)
    }

    @Test func aMillionLettersInPiecesGiveTheHashOfTheStandard() {
        var hash = SHA256()
        let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000)
        for _ in 0..<500 {
            hash.update(piece)
            piece.withUnsafeBytes { hash.update($0) }
        }
        #expect(Hex.encode(hash.finish()) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func finishingLeavesTheHashOpenForMore() {
        var hash = SHA256()
        hash.update(Array("ab".utf8))
        #expect(hash.finish() == SHA256.hash(Array("ab".utf8)))
        hash.update(Array("c".utf8))
        #expect(hash.finish() == SHA256.hash(Array("abc".utf8)))
    }

    /// RFC 4231, test cases 1, 2, 3 and 6.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func hmacIsTheOneOfTheRFC(key: [UInt8], message: [UInt8], code: String) {
        #expect(Hex.encode(HMAC.sha256(message, key: key)) == code)
    }
}
