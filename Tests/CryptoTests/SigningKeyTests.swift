import Crypto
import Testing

@Suite struct SigningKeyTests {
    /// RFC 8032, section 7.1, test 2.
    @Test func signaturesAreThoseOfTheRFC() throws {
        let seed = try #require(Hex.decode("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
        let key = try SigningKey(seed: seed)
        #expect(
            Hex.encode(key.verifyingKey.bytes) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        let signature = key.signature(for: [0x72])
        #expect(
            Hex.encode(signature)
                == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
        #expect(key.verifyingKey.isValid(signature, for: [0x72]))
    }

    @Test func aChangedMessageSignatureOrKeyIsNotValid() {
        let key = SigningKey()
        let message = Array("buổi 1".utf8)
        let signature = key.signature(for: message)
        #expect(key.verifyingKey.isValid(signature, for: message))
        #expect(!key.verifyingKey.isValid(signature, for: message + [0]))
        #expect(!key.verifyingKey.isValid(Array(signature.dropLast()), for: message))
        #expect(!key.verifyingKey.isValid(signature.dropLast() + [signature[63] ^ 1], for: message))
        #expect(!SigningKey().verifyingKey.isValid(signature, for: message))
    }

    @Test func theSeedBringsTheSameKeyBack() throws {
        let key = SigningKey()
        #expect(try SigningKey(seed: key.seed) == key)
        #expect(key != SigningKey())
    }

    @Test func aKeyOfAnotherLengthIsRefused() {
        #expect(throws: CryptoError.wrongKeyLength(expected: 32, actual: 31)) {
            try SigningKey(seed: [UInt8](repeating: 0, count: 31))
        }
        #expect(throws: CryptoError.wrongKeyLength(expected: 32, actual: 33)) {
            try VerifyingKey([UInt8](repeating: 0, count: 33))
        }
    }
}
