import Archive
import Attendance
import Crypto
import Exchange
import Testing

@Suite struct BundleFileTests {
    private let key = TestBundle.key

    @Test func whatWasWrittenIsRead() throws {
        let bundle = TestBundle.make()
        let read = try BundleReader(try BundleWriter.bytes(bundle, key: key)).bundle()
        #expect(read.people == bundle.people)
        #expect(read.event == bundle.event)
        #expect(read.ledger == bundle.ledger)
        #expect(read.manifest.counts.scans == 3)
        #expect(read.manifest.counts.entries == 5)
    }

    @Test func anEncryptedBundleOpensWithItsKeyOnly() throws {
        let identity = AgreementKey()
        let file = try BundleWriter.encrypted(
            try BundleWriter.bytes(TestBundle.make(), key: key), to: [identity.publicKey])
        #expect(try BundleReader(file, identity: identity).bundle().people.count == 2)
        #expect(throws: ExchangeError.encrypted) { try BundleReader(file) }
        #expect(throws: ExchangeError.notForThisKey) { try BundleReader(file, identity: AgreementKey()) }
    }

    @Test func theFileNameFitsOnAFATStick() {
        let name = TestBundle.make().manifest.fileName(isEncrypted: true)
        #expect(name == "0190abcd-004215-000007.ddb.age")
    }

    @Test func everyBeginningOfABundleIsRefused() throws {
        let file = try BundleWriter.bytes(TestBundle.make(), key: key)
        for count in stride(from: 0, to: file.count, by: 7) {
            #expect(throws: ExchangeError.self) { try BundleReader(Array(file.prefix(count))).bundle() }
        }
    }

    @Test func noFlippedBitGoesUnnoticed() throws {
        let bundle = TestBundle.make()
        let file = try BundleWriter.bytes(bundle, key: key)
        var refused = 0
        for position in stride(from: 0, to: file.count, by: 5) {
            var changed = file
            changed[position] ^= 4
            // What no reader looks at, such as a date in the archive's directory, may differ; what is read may not.
            guard let read = try? BundleReader(changed).bundle() else {
                refused += 1
                continue
            }
            #expect(read.people == bundle.people && read.ledger == bundle.ledger && read.event == bundle.event)
        }
        #expect(refused > file.count / 10)
    }

    @Test func aPartFromAnotherBundleIsRefused() throws {
        let parts = ["event.json", "people.jsonl", "ledger.jsonl", "xapi.jsonl"]
        let one = try contents(TestBundle.make(scans: 3), key)
        let other = try contents(TestBundle.make(scans: 4), MinisignKey(SigningKey()))
        for name in parts where one[name] != other[name] {
            var mixed = one
            mixed[name] = other[name]
            let file = try archive(mixed)
            #expect(throws: ExchangeError.changedPart(name)) { try BundleReader(file).bundle() }
        }
    }

    @Test func anotherKeysSignatureIsRefused() throws {
        let stranger = MinisignKey(SigningKey())
        let file = try BundleWriter.bytes(TestBundle.make(), key: stranger)
        #expect(throws: ExchangeError.badSignature) { try BundleReader(file) }
    }

    @Test func aMissingPartIsNamed() throws {
        for name in ["manifest.json", "manifest.json.minisig", "event.json", "people.jsonl", "ledger.jsonl"] {
            var parts = try contents(TestBundle.make(), key)
            parts[name] = nil
            let file = try archive(parts)
            #expect(throws: ExchangeError.missingPart(name)) { try BundleReader(file).bundle() }
        }
    }

    @Test func anEntryLeftOutBreaksTheChain() throws {
        var bundle = TestBundle.make()
        bundle.ledger.remove(at: 3)
        let file = try BundleWriter.bytes(bundle, key: key)
        #expect(throws: ExchangeError.brokenChain(seq: 6)) { try BundleReader(file).bundle() }
    }

    @Test func theEndLeftOutContradictsTheManifest() throws {
        var bundle = TestBundle.make()
        bundle.ledger.removeLast()
        let file = try BundleWriter.bytes(bundle, key: key)
        #expect(throws: ExchangeError.contradiction("ledger")) { try BundleReader(file).bundle() }
    }

    @Test func anArchiveThatExpandsTooFarIsGivenUp() throws {
        let file = try BundleWriter.bytes(TestBundle.make(), key: key)
        #expect(throws: ExchangeError.tooLarge) { try BundleReader(file, mostInflatedBytes: 1_500).bundle() }
    }

    @Test(arguments: ["manifest.json", "manifest.json.minisig"])
    func whatIsReadBeforeTheSignatureIsShort(long: String) throws {
        let parts = ["manifest.json", "manifest.json.minisig"].map {
            (name: $0, content: [UInt8](repeating: UInt8(ascii: " "), count: $0 == long ? 2 << 20 : 10))
        }
        let bomb = try ZipWriter.bytes(parts)
        #expect(bomb.count < 10_000)
        #expect(throws: ExchangeError.tooLarge) { try BundleReader(bomb) }
    }

    @Test func aReceiptIsTheProvincesOrNone() throws {
        let lines = [
            BundleReceipt.Line(id: TestBundle.id(104), result: .accepted),
            BundleReceipt.Line(id: TestBundle.id(105), result: .refused, reason: "unknown_session"),
        ]
        let receipt = BundleReceipt(
            bundle: TestBundle.id(3), box: "b", scans: lines, receivedAt: "2024-08-15T12:00:00+07:00")
        let file = try receipt.file(key: key)
        #expect(try BundleReceipt(file: file, province: key.publicKey) == receipt)
        #expect(receipt.accepted == 1 && receipt.refused == 1 && receipt.duplicate == 0)
        #expect(throws: ExchangeError.badSignature) {
            try BundleReceipt(file: file, province: MinisignKey(SigningKey()).publicKey)
        }
    }

    private func contents(_ bundle: EventBundle, _ key: MinisignKey) throws -> [String: [UInt8]] {
        let file = try BundleWriter.bytes(bundle, key: key)
        let reader = try ZipReader(file, limits: ZipLimits(parts: 16, inflatedBytes: 1 << 24))
        return Dictionary(
            uniqueKeysWithValues: try reader.names.compactMap { name in
                try reader.bytes(of: name).map { (name, $0) }
            })
    }

    private func archive(_ parts: [String: [UInt8]]) throws -> [UInt8] {
        try ZipWriter.bytes(parts.sorted { $0.key < $1.key }.map { (name: $0.key, content: $0.value) })
    }
}
