import Crypto
import Testing

@Suite struct MinisignTests {
    private let message = Array(#"{"box":"BOX8","event":"482157"}"#.utf8)

    @Test func theProgramAcceptsOurSignature() throws {
        let folder = try TemporaryFolder()
        let key = MinisignKey(SigningKey())
        try folder.write(message, to: "manifest.json")
        try folder.write(key.publicKey.text, to: "box.pub")
        let signature = try key.signature(for: message, trustedComment: "hộp 8\tbuổi 1")
        try folder.write(signature.text, to: "manifest.json.minisig")
        #expect(try folder.run("minisign", "-V", "-p", "box.pub", "-m", "manifest.json") == 0)
        #expect(try folder.run("minisign", "-V", "-P", key.publicKey.line, "-m", "manifest.json") == 0)
        try folder.write(message + [0], to: "manifest.json")
        #expect(try folder.run("minisign", "-V", "-p", "box.pub", "-m", "manifest.json") != 0)
    }

    @Test func weAcceptTheProgramsSignature() throws {
        let folder = try TemporaryFolder()
        try folder.write(message, to: "receipt.json")
        #expect(try folder.run("minisign", "-G", "-W", "-p", "key.pub", "-s", "key.sec") == 0)
        #expect(try folder.run("minisign", "-S", "-s", "key.sec", "-m", "receipt.json", "-t", "biên nhận") == 0)
        let key = try MinisignPublicKey(text: folder.text(of: "key.pub"))
        let signature = try MinisignSignature(text: folder.text(of: "receipt.json.minisig"))
        try key.verify(signature, of: message)
        #expect(signature.trustedComment == "biên nhận")
        #expect(try key.text == folder.text(of: "key.pub"))
        #expect(throws: MinisignError.notAuthentic) { try key.verify(signature, of: message + [0]) }
    }

    @Test func aSignatureFedInPiecesIsTheSame() throws {
        let key = MinisignKey(SigningKey())
        var prehash = MinisignPrehash()
        prehash.update(Array(message[..<5]))
        message[5...].withUnsafeBytes { prehash.update($0) }
        let signature = try key.signature(for: prehash, trustedComment: "x")
        #expect(try signature == key.signature(for: message, trustedComment: "x"))
        try key.publicKey.verify(signature, of: message)
    }

    @Test func aSignatureSurvivesItsText() throws {
        let key = MinisignKey(SigningKey())
        let signature = try key.signature(for: message, trustedComment: "")
        #expect(try MinisignSignature(text: signature.text) == signature)
        #expect(try MinisignSignature(text: signature.text.replacing("\n", with: "\r\n")) == signature)
    }

    @Test func aChangedTrustedCommentIsNoticed() throws {
        let key = MinisignKey(SigningKey())
        let text = try key.signature(for: message, trustedComment: "buổi 1").text
        let changed = try MinisignSignature(text: text.replacing("buổi 1", with: "buổi 2"))
        #expect(throws: MinisignError.notAuthentic) { try key.publicKey.verify(changed, of: message) }
    }

    @Test func anotherKeysSignatureNamesBothKeys() throws {
        let mine = MinisignKey(try SigningKey(seed: [UInt8](repeating: 1, count: 32)))
        let other = MinisignKey(try SigningKey(seed: [UInt8](repeating: 2, count: 32)))
        let signature = try other.signature(for: message, trustedComment: "x")
        #expect {
            try mine.publicKey.verify(signature, of: message)
        } throws: { error in
            guard case .anotherKey(let expected, let actual) = error as? MinisignError else { return false }
            return mine.publicKey.text.contains(expected) && other.publicKey.text.contains(actual)
        }
    }

    @Test(arguments: ["a\nb", "a\r", String(repeating: "x", count: 8_001)])
    func aCommentThatCannotBeWrittenIsRefused(comment: String) {
        let key = MinisignKey(SigningKey())
        #expect(throws: MinisignError.malformedSignature) {
            try key.signature(for: message, trustedComment: comment)
        }
    }

    @Test func aTextCutShortAnywhereIsNoSignature() throws {
        let text = try MinisignKey(SigningKey()).signature(for: message, trustedComment: "").text
        let lines = text.split(separator: "\n")
        for count in 0..<lines.count {
            #expect(throws: MinisignError.malformedSignature) {
                try MinisignSignature(text: lines[..<count].joined(separator: "\n"))
            }
        }
        #expect(throws: MinisignError.malformedSignature) { try MinisignSignature(text: text + text) }
        #expect(throws: MinisignError.malformedSignature) {
            try MinisignSignature(text: text.replacing("\nRU", with: "\nRW"))
        }
    }

    @Test(arguments: ["", "RWQ", "untrusted comment: x\n", "RUS95tQ8zlznZY8bF8jmkGI029GXDJxs4I+5zv+Zo32DD06gx1uYqacx"])
    func aTextThatIsNoPublicKeyIsRefused(text: String) {
        #expect(throws: MinisignError.malformedPublicKey) { try MinisignPublicKey(text: text) }
    }
}
