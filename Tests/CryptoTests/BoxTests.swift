import Crypto
import Testing

@Suite struct BoxTests {
    private let message = Array("001085012345".utf8)

    @Test func whatIsSealedToAKeyOpensWithItAlone() throws {
        let key = AgreementKey()
        let box = try SealedBox.seal(message, to: key.publicKey)
        #expect(box.count == message.count + 48)
        #expect(try SealedBox.open(box, with: key) == message)
        #expect(throws: CryptoError.notAuthentic) { try SealedBox.open(box, with: AgreementKey()) }
    }

    @Test func anEmptyMessageIsSealedToo() throws {
        let key = AgreementKey()
        #expect(try SealedBox.open(SealedBox.seal([], to: key.publicKey), with: key) == [])
        let box = try SecretBox(key: Random.bytes(32))
        #expect(try box.open(box.seal([])) == [])
    }

    @Test func everyChangedByteOfASealedBoxIsNoticed() throws {
        let key = AgreementKey()
        let box = try SealedBox.seal(message, to: key.publicKey)
        for index in box.indices {
            var changed = box
            changed[index] ^= 1
            #expect(throws: CryptoError.notAuthentic) { try SealedBox.open(changed, with: key) }
            #expect(throws: CryptoError.notAuthentic) { try SealedBox.open(Array(box[..<index]), with: key) }
        }
    }

    @Test func thePublicKeyFollowsFromTheSecretOne() throws {
        let key = AgreementKey()
        #expect(try AgreementKey(key.bytes).publicKey == key.publicKey)
        #expect(try AgreementPublicKey(key.publicKey.bytes) == key.publicKey)
    }

    @Test func aPublicKeyThatHidesNothingIsRefused() throws {
        let zero = try AgreementPublicKey([UInt8](repeating: 0, count: 32))
        #expect(throws: CryptoError.unusablePublicKey) { try SealedBox.seal(message, to: zero) }
    }

    /// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
    @Test func aSecretBoxIsTheOneOfTheDraft() throws {
        let nonce = (0x40...0x57).map(UInt8.init)
        let sealed = try #require(
            Hex.decode(
                "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39"
                    + "ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                    + "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49"))
        let context = try #require(Hex.decode("50515253c0c1c2c3c4c5c6c7"))
        let message = try SecretBox(key: (0x80...0x9f).map(UInt8.init)).open(nonce + sealed, context: context)
        #expect(String(decoding: message, as: UTF8.self).hasPrefix("Ladies and Gentlemen of the class of '99"))
    }

    @Test func aSecretBoxOpensOnlyInItsContext() throws {
        let box = try SecretBox(key: Random.bytes(32))
        let sealed = box.seal(message, context: [1])
        #expect(try box.open(sealed, context: [1]) == message)
        #expect(throws: CryptoError.notAuthentic) { try box.open(sealed, context: [2]) }
        #expect(throws: CryptoError.notAuthentic) { try box.open(sealed) }
        #expect(throws: CryptoError.notAuthentic) { try SecretBox(key: Random.bytes(32)).open(sealed, context: [1]) }
        #expect(box.seal(message) != box.seal(message))
    }

    @Test func everyChangedByteOfASecretBoxIsNoticed() throws {
        let box = try SecretBox(key: Random.bytes(32))
        let sealed = box.seal(message)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: CryptoError.notAuthentic) { try box.open(changed) }
            #expect(throws: CryptoError.notAuthentic) { try box.open(Array(sealed[..<index])) }
        }
    }

    @Test func aKeyOfAnotherLengthIsRefused() {
        #expect(throws: CryptoError.wrongKeyLength(expected: 32, actual: 16)) {
            try SecretBox(key: Random.bytes(16))
        }
        #expect(throws: CryptoError.wrongKeyLength(expected: 32, actual: 0)) { try AgreementKey([]) }
        #expect(throws: CryptoError.wrongKeyLength(expected: 32, actual: 33)) {
            try AgreementPublicKey(Random.bytes(33))
        }
    }
}
