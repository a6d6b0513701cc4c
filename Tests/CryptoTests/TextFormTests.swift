import Crypto
import Testing

@Suite struct TextFormTests {
    @Test func hexReadsWhatItWritesAndUpperCase() {
        #expect(Hex.encode([0x00, 0x9a, 0xff]) == "009aff")
        #expect(Hex.decode("009aff") == [0x00, 0x9a, 0xff])
        #expect(Hex.decode("009AFF") == [0x00, 0x9a, 0xff])
        #expect(Hex.decode("") == [])
    }

    @Test(arguments: ["0", "0g", "é0", "0x12", " 12"])
    func whatIsNoHexIsRefused(text: String) {
        #expect(Hex.decode(text) == nil)
    }

    /// RFC 4648, section 10, and bytes in which the alphabets differ.
    @Test(arguments: [
        (Array("".utf8), "", "", ""),
        (Array("f".utf8), "Zg==", "Zg", "Zg"),
        (Array("fo".utf8), "Zm8=", "Zm8", "Zm8"),
        (Array("foobar".utf8), "Zm9vYmFy", "Zm9vYmFy", "Zm9vYmFy"),
        ([0xfb, 0xef, 0xff], "++//", "++//", "--__"),
    ])
    func base64ReadsWhatItWrites(bytes: [UInt8], padded: String, unpadded: String, url: String) {
        for (form, text) in [(Base64.padded, padded), (.unpadded, unpadded), (.url, url)] {
            #expect(form.encode(bytes) == text)
            #expect(form.decode(text) == bytes)
        }
    }

    @Test(arguments: [
        (Base64.padded, "Zg"), (.padded, "Zg==="), (.padded, "Zh=="), (.padded, "Zg==\n"), (.padded, "--__"),
        (.unpadded, "Zg=="), (.unpadded, "Z"), (.unpadded, "Zm 8"), (.url, "++//"), (.url, "Zg=="),
    ])
    func base64OfAnotherFormIsRefused(form: Base64, text: String) {
        #expect(form.decode(text) == nil)
    }

    @Test func equalityLooksAtEveryByte() {
        #expect(constantTimeEqual([1, 2, 3], [1, 2, 3]))
        #expect(constantTimeEqual([], []))
        #expect(!constantTimeEqual([1, 2, 3], [1, 2, 4]))
        #expect(!constantTimeEqual([1, 2, 3], [0, 2, 3]))
        #expect(!constantTimeEqual([1, 2, 3], [1, 2]))
    }

    @Test func randomBytesDiffer() {
        #expect(Random.bytes(32).count == 32)
        #expect(Random.bytes(32) != Random.bytes(32))
        #expect(Random.bytes(0).isEmpty)
    }
}
