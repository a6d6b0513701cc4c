import Crypto
import Testing

@Suite struct AgeTests {
    /// Lengths around the limits of a chunk, where a wrong last mark would show.
    private static let lengths = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]

    @Test(arguments: lengths.dropFirst())
    func theProgramReadsOurFile(length: Int) throws {
        let folder = try TemporaryFolder()
        let key = AgreementKey()
        let message = Random.bytes(length)
        try folder.write(key.ageText + "\n", to: "key.txt")
        try folder.write(Age.encrypt(message, to: [AgreementKey().publicKey, key.publicKey]), to: "bundle.age")
        #expect(try folder.run("age", "-d", "-i", "key.txt", "-o", "bundle", "bundle.age") == 0)
        #expect(try folder.bytes(of: "bundle") == message)
    }

    /// The program makes no file of an empty message; its status alone tells.
    @Test func theProgramAcceptsOurEmptyFile() throws {
        let folder = try TemporaryFolder()
        let key = AgreementKey()
        try folder.write(key.ageText + "\n", to: "key.txt")
        try folder.write(Age.encrypt([], to: [key.publicKey]), to: "bundle.age")
        #expect(try folder.run("age", "-d", "-i", "key.txt", "bundle.age") == 0)
    }

    @Test(arguments: lengths)
    func weReadTheProgramsFile(length: Int) throws {
        let folder = try TemporaryFolder()
        let key = AgreementKey()
        let message = Random.bytes(length)
        try folder.write(message, to: "bundle")
        let other = AgreementKey().publicKey.ageText
        let status = try folder.run("age", "-r", other, "-r", key.publicKey.ageText, "-o", "bundle.age", "bundle")
        #expect(status == 0)
        #expect(try Age.decrypt(folder.bytes(of: "bundle.age"), with: key) == message)
    }

    @Test(arguments: [1, 7, 4_096, 65_536, 70_000, 300_000])
    func aFileInPiecesIsTheSameMessage(piece: Int) throws {
        let key = AgreementKey()
        let message = Random.bytes(piece == 1 ? 2_000 : 200_000)
        var encryption = try AgeEncryption(to: [key.publicKey])
        var file: [UInt8] = []
        for start in stride(from: 0, to: message.count, by: piece) {
            file += encryption.update(Array(message[start..<min(start + piece, message.count)]))
        }
        file += encryption.finish()
        var decryption = AgeDecryption(with: key)
        var read: [UInt8] = []
        for start in stride(from: 0, to: file.count, by: piece) {
            read += try decryption.update(Array(file[start..<min(start + piece, file.count)]))
        }
        read += try decryption.finish()
        #expect(read == message)
    }

    /// The pair was made by the program `age-keygen`.
    @Test func theProgramsKeysAreOurs() throws {
        let secret = "AGE-SECRET-KEY-19SD2MT2P7WQ4ZMAAXDQGFL5GGTF808MCKG0MPL0ZE9FCR2GYNJ4SHLNR8G"
        let key = try AgreementKey(ageText: secret)
        #expect(key.publicKey.ageText == "age1sgtlxzew44m4als9wuhzmt0a4x70jza84uuhha62z7e6k0gl8dlqkdnuxm")
        #expect(key.ageText == secret)
        #expect(try AgreementPublicKey(ageText: key.publicKey.ageText) == key.publicKey)
    }

    @Test(arguments: [
        "", "age1", "age1sgtlxzew44m4als9wuhzmt0a4x70jza84uuhha62z7e6k0gl8dlqkdnuxn",
        "Age1sgtlxzew44m4als9wuhzmt0a4x70jza84uuhha62z7e6k0gl8dlqkdnuxm",
        "age1sgtlxzew44m4als9wuhzmt0a4x70jza84uuhha62z7e6k0gl8dlqkdnux",
        "AGE-SECRET-KEY-19SD2MT2P7WQ4ZMAAXDQGFL5GGTF808MCKG0MPL0ZE9FCR2GYNJ4SHLNR8G",
    ])
    func aTextThatIsNoPublicKeyIsRefused(text: String) {
        #expect(throws: AgeError.malformedKey) { try AgreementPublicKey(ageText: text) }
    }

    @Test func aPublicKeyIsNoSecretKey() {
        #expect(throws: AgeError.malformedKey) { try AgreementKey(ageText: AgreementKey().publicKey.ageText) }
    }

    @Test func anotherKeyCannotReadTheFile() throws {
        let file = try Age.encrypt([1, 2, 3], to: [AgreementKey().publicKey])
        #expect(throws: AgeError.notForThisKey) { try Age.decrypt(file, with: AgreementKey()) }
    }

    @Test func everyChangedOrMissingByteIsNoticed() throws {
        let key = AgreementKey()
        let file = try Age.encrypt(Array("danh sách".utf8), to: [key.publicKey])
        for index in file.indices {
            var changed = file
            changed[index] ^= 1
            #expect(throws: AgeError.self) { try Age.decrypt(changed, with: key) }
            #expect(throws: AgeError.self) { try Age.decrypt(Array(file[..<index]), with: key) }
        }
    }

    @Test func aFileCutBetweenChunksIsNoticed() throws {
        let key = AgreementKey()
        let file = try Age.encrypt(Random.bytes(131_072), to: [key.publicKey])
        #expect(throws: AgeError.notAuthentic) { try Age.decrypt(Array(file.dropLast(65_536 + 16)), with: key) }
        #expect(throws: AgeError.notAuthentic) { try Age.decrypt(file + [0], with: key) }
    }

    @Test func swappedChunksAreNoticed() throws {
        let key = AgreementKey()
        let file = try Age.encrypt(Random.bytes(131_073), to: [key.publicKey])
        let payload = file.count - 2 * (65_536 + 16) - 17
        let second = payload + 65_536 + 16
        let third = second + 65_536 + 16
        let swapped = file[..<payload] + file[second..<third] + file[payload..<second] + file[third...]
        #expect(throws: AgeError.notAuthentic) { try Age.decrypt(Array(swapped), with: key) }
    }

    @Test(arguments: ["ed25519", "rsa"])
    func aStanzaOfAnUnknownKindIsPassedOver(kind: String) throws {
        let folder = try TemporaryFolder()
        let key = AgreementKey()
        #expect(try folder.run("ssh-keygen", "-q", "-t", kind, "-N", "", "-f", "ssh") == 0)
        try folder.write("hello", to: "message")
        let status = try folder.run(
            "age", "-R", "ssh.pub", "-r", key.publicKey.ageText, "-o", "message.age", "message")
        #expect(status == 0)
        #expect(try Age.decrypt(folder.bytes(of: "message.age"), with: key) == Array("hello".utf8))
    }

    @Test func aFileNeedsAUsableRecipient() throws {
        #expect(throws: AgeError.unusableRecipient) { try Age.encrypt([1], to: []) }
        let zero = try AgreementPublicKey([UInt8](repeating: 0, count: 32))
        #expect(throws: AgeError.unusableRecipient) { try Age.encrypt([1], to: [zero]) }
    }

    @Test func whatIsNoAgeFileIsRefusedAtOnce() {
        var decryption = AgeDecryption(with: AgreementKey())
        #expect(throws: AgeError.malformedHeader) { try decryption.update(Array("PK\u{3}\u{4}".utf8)) }
        var endless = AgeDecryption(with: AgreementKey())
        let line = Array("age-encryption.org/v1\n-> x\n".utf8)
        #expect(throws: AgeError.malformedHeader) {
            try endless.update(line + [UInt8](repeating: UInt8(ascii: "A"), count: 70_000))
        }
    }
}
